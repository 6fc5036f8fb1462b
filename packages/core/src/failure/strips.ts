import type { RunStatus, RunSummary } from "@heddle/contract";
import { nameKey, withScopeClient } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";
import { readSilence, shownStatus } from "../run/lost";
import { durationMs } from "../run/run-row";
import { readUsual } from "../run/usual";

/** Without a pipeline: those of the newest thousand failures, a hundred of them at most. */
export const failureStripsInput = z.object({ pipeline: z.string().min(1).max(4096).optional() });

export interface PipelineStrip {
  pipeline: string;
  usualMs: RunSummary["usualMs"];
  /** The last 20 runs, oldest first. */
  runs: {
    id: string;
    number: number | null;
    status: RunStatus;
    startedAt: string;
    durationMs: number | null;
  }[];
}

const LAST = 20;

const PIPELINES = {
  failing: `select p.id, p.name from pipeline p where p.project_id = $1 and p.id in (
    select pipeline_id from (
      select pipeline_id from failure where project_id = $1 order by last_run_id desc limit 1000
    ) newest
  ) limit 100`,
  named: "select p.id, p.name from pipeline p where p.project_id = $1 and p.name = $2",
};

const sql = (pipelines: string) => `
  select p.id as "pipelineId", p.name as pipeline, r.id, r.number, r.status, r.started_at as "startedAt",
    r.finished_at as "finishedAt", r.heartbeat_seconds as "heartbeatSeconds", r.last_seen_at as "lastSeenAt"
  from (${pipelines}) p
  cross join lateral (
    select * from run where project_id = $1 and pipeline_id = p.id order by id desc limit ${LAST}
  ) r
  order by p.name, r.id`;

interface Row {
  pipelineId: string;
  pipeline: string;
  id: string;
  number: number | null;
  status: string;
  startedAt: Date;
  finishedAt: Date | null;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
}

/** The last runs of pipelines that fail, to see a failure among them. */
export async function readFailureStrips(args: {
  ctx: Context;
  input: z.infer<typeof failureStripsInput>;
  /** Since when telemetry could reach us: silence before that does not make a run lost. */
  ingestUpSince: Date;
}): Promise<PipelineStrip[]> {
  const { ctx, ingestUpSince } = args;
  authorise(ctx, "read");
  const { pipeline } = failureStripsInput.parse(args.input);
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const silence = await readSilence(client, { projectId, now: ctx.now(), ingestUpSince });
    const text = sql(pipeline === undefined ? PIPELINES.failing : PIPELINES.named);
    const values = pipeline === undefined ? [projectId] : [projectId, nameKey(pipeline).key];
    const { rows } = await client.query<Row>(text, values);
    const ids = rows.map(({ pipelineId }) => pipelineId);
    const usual = await readUsual(client, projectId, ids);
    const fullName = await fullNames(
      client,
      projectId,
      rows.map((row) => row.pipeline),
    );
    return [...new Set(ids)].map((id) => {
      const runs = rows.filter(({ pipelineId }) => pipelineId === id);
      return {
        pipeline: fullName(runs[0]?.pipeline ?? ""),
        usualMs: usual.get(id) ?? null,
        runs: runs.map((run) => ({
          id: run.id,
          number: run.number,
          status: shownStatus(run, silence),
          startedAt: run.startedAt.toISOString(),
          durationMs: durationMs(run.startedAt, run.finishedAt),
        })),
      };
    });
  });
}
