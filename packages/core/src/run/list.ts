import type { RunPage, RunStatus } from "@heddle/contract";
import { nameKey, type PoolClient, withScopeClient } from "@heddle/db";
import { readRunMarks } from "../comparison/run-marks";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "./cursor";
import { fullNames } from "./full-names";
import type { ListRunsInput } from "./inputs";
import { readSilentBefore } from "./lost";
import { RUN_COLUMNS, RUN_TABLES, type RunRow, summaryOf } from "./run-row";
import { readUsual } from "./usual";
import { isUuid } from "./uuid-text";

/** Runs of the project, newest first, one page at a time. */
export async function listRuns(args: {
  ctx: Context;
  input: ListRunsInput;
  /** Since when telemetry could reach us: silence before that does not make a run lost. */
  ingestUpSince: Date;
}): Promise<RunPage> {
  const { ctx, input, ingestUpSince } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const silentBefore = await readSilentBefore(client, { projectId, now: ctx.now(), ingestUpSince });
    const rows = await readPage(client, projectId, input, silentBefore);
    const more = rows.length > input.limit;
    const page = rows.slice(0, input.limit);
    const usual = await readUsual(
      client,
      projectId,
      page.map((row) => row.pipelineId),
    );
    const fullName = await fullNames(
      client,
      projectId,
      page.flatMap(({ pipeline, failure }) => [pipeline, failure?.node ?? null]),
    );
    const marks = await readRunMarks(client, projectId, page);
    const runs = page.map((row) => {
      const usualMs = usual.get(row.pipelineId ?? "") ?? null;
      return summaryOf(row, { fullName, silentBefore, usualMs, changed: marks.get(row.id) ?? null });
    });
    const last = page.at(-1);
    return { runs, nextCursor: more && last ? encodeCursor([last.id]) : null };
  });
}

async function readPage(
  client: PoolClient,
  projectId: string,
  input: ListRunsInput,
  silentBefore: Date | null,
): Promise<RunRow[]> {
  if (input.status === "lost" && silentBefore === null) return [];
  const values: unknown[] = [projectId, input.limit + 1];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["r.project_id = $1"];
  if (input.cursor) {
    const [id] = decodeCursor(input.cursor, ([first, ...rest]) => isUuid(first ?? "") && rest.length === 0);
    conditions.push(`r.id < ${add(id)}::uuid`);
  }
  if (input.pipeline !== undefined) {
    const key = add(nameKey(input.pipeline).key);
    conditions.push(`r.pipeline_id = (select id from pipeline where project_id = $1 and name = ${key})`);
  }
  if (input.status !== undefined) conditions.push(...statusConditions(input.status, silentBefore, add));
  const { rows } = await client.query<RunRow>(
    `select ${RUN_COLUMNS} from ${RUN_TABLES} where ${conditions.join(" and ")} order by r.id desc limit $2`,
    values,
  );
  return rows;
}

function statusConditions(
  status: RunStatus,
  silentBefore: Date | null,
  add: (value: unknown) => string,
): string[] {
  if (status !== "running" && status !== "lost") return [`r.status = ${add(status)}`];
  const isLost = silentBefore
    ? `(r.heartbeat_seconds is not null and r.last_seen_at < ${add(silentBefore)})`
    : "false";
  return ["r.status = 'running'", status === "lost" ? isLost : `not ${isLost}`];
}
