import type { RunDetail } from "@heddle/contract";
import { type PoolClient, withScopeClient } from "@heddle/db";
import { readRunMarks } from "../comparison/run-marks";
import { authorise, type Context } from "../context";
import { fullNames } from "./full-names";
import type { GetRunInput } from "./inputs";
import { loadRun } from "./load-run";
import { readSilence } from "./lost";
import { RUN_COLUMNS, RUN_TABLES, type RunRow, summaryOf } from "./run-row";
import { readUsual } from "./usual";

interface Args {
  ctx: Context;
  input: GetRunInput;
  ingestUpSince: Date;
}

type Row = RunRow & Pick<RunDetail, "environment" | "config" | "error" | "dropped">;

const QUERY = {
  columns: `${RUN_COLUMNS}, e.value as environment, r.config, r.error, r.dropped`,
  tables: `${RUN_TABLES}
    left join environment_snapshot e on e.project_id = r.project_id and e.hash = r.environment_hash`,
};

/** One run with its environment and configuration, without its nodes. */
export async function getRun(args: Args): Promise<RunDetail> {
  authorise(args.ctx, "read");
  return await withScopeClient(args.ctx.db, args.ctx.scope, (client) => readRun(client, args));
}

export async function readRun(client: PoolClient, { ctx, input, ingestUpSince }: Args): Promise<RunDetail> {
  const { projectId } = ctx.scope;
  const row = await loadRun<Row>(client, projectId, input.runId, QUERY);
  const silence = await readSilence(client, { projectId, now: ctx.now(), ingestUpSince });
  const usual = await readUsual(client, projectId, [row.pipelineId]);
  const fullName = await fullNames(client, projectId, [row.pipeline, row.failure?.node ?? null]);
  const { environment, config, error, dropped } = row;
  const usualMs = usual.get(row.pipelineId ?? "") ?? null;
  const changed = (await readRunMarks(client, projectId, [row])).get(row.id) ?? null;
  const summary = summaryOf(row, { fullName, silence, usualMs, changed });
  return { ...summary, environment, config, error, dropped };
}
