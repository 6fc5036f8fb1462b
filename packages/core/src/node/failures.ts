import { nameKey, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import type { RunMention } from "./codes";
import { findPipeline } from "./find-pipeline";
import type { NodePlaceInput } from "./inputs";

/** How many of the pipeline's newest runs are looked through. */
const FAILURE_RUNS = 1000;
const MOST_GROUPS = 50;
/** Failed tasks of one run that are looked at. The limit also keeps the planner to one look-up for each run. */
const MOST_TASKS = 100;
const MESSAGE_LENGTH = 1000;

/** Failures of a node that are the same but for their run. */
export interface NodeFailure {
  fingerprint: string | null;
  /** Of the newest of them. */
  error: { type: string; message: string };
  runs: number;
  lastRun: RunMention;
  firstRun: RunMention;
  /** The group's own page, when the node was what failed its run. */
  failureId: string | null;
}

export interface NodeFailures {
  /** The group with the newest run first. */
  failures: NodeFailure[];
  /** Runs that were looked through. */
  runs: number;
}

const FAILURES = `
  with recent as (
    select id, number, started_at from run where project_id = $1 and pipeline_id = $2
    order by id desc limit ${FAILURE_RUNS}
  ), failed as (
    select distinct on (recent.id, n.fingerprint) recent.id, recent.number, recent.started_at, n.fingerprint,
      n.error
    from recent
    cross join lateral (
      select fingerprint, error from node_run
      where project_id = $1 and run_id = recent.id and node = $3 and status = 'failed'
      order by task limit ${MOST_TASKS}
    ) as n
  ), grouped as (
    select fingerprint, count(*)::int as runs, max(id::text)::uuid as last_id, min(id::text)::uuid as first_id
    from failed group by fingerprint order by max(id::text) desc limit ${MOST_GROUPS}
  )
  select g.fingerprint, g.runs, last.id as "lastId", last.number as "lastNumber",
    last.started_at as "lastAt", first.id as "firstId", first.number as "firstNumber",
    first.started_at as "firstAt", coalesce(last.error ->> 'type', 'Error') as type,
    left(coalesce(last.error ->> 'message', ''), ${MESSAGE_LENGTH}) as message, f.id as "failureId"
  from grouped g
  join failed last on last.id = g.last_id and last.fingerprint is not distinct from g.fingerprint
  join failed first on first.id = g.first_id and first.fingerprint is not distinct from g.fingerprint
  left join alert_incident i on i.project_id = $1 and i.run_id = g.last_id and i.fingerprint = g.fingerprint
  left join failure f on f.project_id = $1 and f.id = i.failure_id and f.node = $3
  order by g.last_id desc`;

interface Row {
  fingerprint: string | null;
  runs: number;
  lastId: string;
  lastNumber: number | null;
  lastAt: Date;
  firstId: string;
  firstNumber: number | null;
  firstAt: Date;
  type: string;
  message: string;
  failureId: string | null;
}

/** How a node failed in the newest runs of its pipeline, same failures together. */
export async function listNodeFailures(args: { ctx: Context; input: NodePlaceInput }): Promise<NodeFailures> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const pipelineId = await findPipeline(client, projectId, input.pipeline);
    const { rows } = await client.query<Row>(FAILURES, [projectId, pipelineId, nameKey(input.node).key]);
    const counted = await client.query<{ runs: number }>(
      `select count(*)::int as runs from (
         select from run where project_id = $1 and pipeline_id = $2 limit ${FAILURE_RUNS}) as recent`,
      [projectId, pipelineId],
    );
    const failures = rows.map((row) => ({
      fingerprint: row.fingerprint,
      error: { type: row.type, message: row.message },
      runs: row.runs,
      lastRun: { id: row.lastId, number: row.lastNumber, startedAt: row.lastAt.toISOString() },
      firstRun: { id: row.firstId, number: row.firstNumber, startedAt: row.firstAt.toISOString() },
      failureId: row.failureId,
    }));
    return { failures, runs: counted.rows[0]?.runs ?? 0 };
  });
}
