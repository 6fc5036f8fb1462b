import type { RunPage, RunSummary } from "@heddle/contract";
import { type PoolClient, withScopeClient } from "@heddle/db";
import { readRunMarks } from "../comparison/run-marks";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "./cursor";
import { type ResolvedFilter, resolveFilter } from "./filter/resolve";
import { fullNames } from "./full-names";
import type { ListRunsInput } from "./inputs";
import { readSilence } from "./lost";
import { readRuns, timeOfId } from "./read-page";
import { type RunRow, summaryOf } from "./run-row";
import { readUsual } from "./usual";
import { isUuid } from "./uuid-text";

/** What changed is worked out run by run, so fewer are looked at than by other filters. */
const COMPARED_AT_ONCE = 100;
const MOST_COMPARED = 500;

type Marks = Awaited<ReturnType<typeof readRunMarks>>;

interface Found {
  rows: RunRow[];
  marks: Marks;
  nextId: string | null;
  stopped: boolean;
}

/**
 * Runs of the project that pass the filter, newest first, one page at a time. Where no index leads to the runs,
 * only so many are looked at for a page: `searchedTo` says down to when, and `nextCursor` goes on from there.
 */
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
    const now = ctx.now();
    const silence = await readSilence(client, { projectId, now, ingestUpSince });
    const filter = await resolveFilter(client, projectId, input, { now, silence });
    const found = await find(client, projectId, filter, input);
    const { rows, marks, nextId, stopped } = found;
    const usual = await readUsual(
      client,
      projectId,
      rows.map((row) => row.pipelineId),
    );
    const fullName = await fullNames(
      client,
      projectId,
      rows.flatMap(({ pipeline, failure }) => [pipeline, failure?.node ?? null]),
    );
    const runs = rows.map((row): RunSummary => {
      const usualMs = usual.get(row.pipelineId ?? "") ?? null;
      return summaryOf(row, { fullName, silence, usualMs, changed: marks.get(row.id) ?? null });
    });
    return {
      runs,
      nextCursor: nextId && encodeCursor([nextId]),
      searchedTo: stopped && nextId ? timeOfId(nextId) : null,
    };
  });
}

async function find(
  client: PoolClient,
  projectId: string,
  filter: ResolvedFilter,
  { cursor, limit, changed }: ListRunsInput,
): Promise<Found> {
  const [start = null] = cursor
    ? decodeCursor(cursor, ([first, ...rest]) => isUuid(first ?? "") && rest.length === 0)
    : [];
  if (changed === undefined) {
    const { rows, more, stoppedAt } = await readRuns(client, projectId, filter, { cursorId: start, limit });
    const marks = await readRunMarks(client, projectId, rows);
    return {
      rows,
      marks,
      nextId: stoppedAt ?? (more ? (rows.at(-1)?.id ?? null) : null),
      stopped: stoppedAt !== null,
    };
  }
  const kinds = [changed].flat();
  const found: Found = { rows: [], marks: new Map(), nextId: start, stopped: false };
  for (let compared = 0; compared < MOST_COMPARED; compared += COMPARED_AT_ONCE) {
    const part = await readRuns(client, projectId, filter, {
      cursorId: found.nextId,
      limit: COMPARED_AT_ONCE,
    });
    const marks = await readRunMarks(client, projectId, part.rows);
    for (const row of part.rows) {
      const mark = marks.get(row.id) ?? null;
      if (!kinds.some((kind) => mark?.[kind])) continue;
      found.rows.push(row);
      found.marks.set(row.id, mark);
      if (found.rows.length === limit) return { ...found, nextId: row.id };
    }
    found.nextId = part.stoppedAt ?? part.rows.at(-1)?.id ?? null;
    if (!part.more) return { ...found, nextId: null };
    if (part.stoppedAt !== null) break;
  }
  return { ...found, stopped: true };
}
