import type { PoolClient } from "@heddle/db";

/** A run of the pipeline with what became of the node in it. */
export interface HistoryRunRow {
  id: string;
  number: number | null;
  status: string;
  codeVersion: string | null;
  environmentHash: string | null;
  pipelineId: string;
  startedAt: Date;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
  nodeStatus: "running" | "succeeded" | "failed" | "skipped" | null;
  attempt: number | null;
  nodeStartedAt: Date | null;
  nodeFinishedAt: Date | null;
}

interface Place {
  projectId: string;
  pipelineId: string;
  node: string;
}

/** Null stands for no bound; `from` and `to` belong to the range. */
interface Range {
  from: string | null;
  to: string | null;
  limit: number;
}

const IDS = `
  select id from run where project_id = $1 and pipeline_id = $2
    and ($3::uuid is null or id >= $3) and ($4::uuid is null or id <= $4)
  order by id desc limit $5`;

/** The newest runs of a range, newest first. */
export async function readRunIds(client: PoolClient, place: Place, range: Range): Promise<string[]> {
  const values = [place.projectId, place.pipelineId, range.from, range.to, range.limit];
  const { rows } = await client.query<{ id: string }>(IDS, values);
  return rows.map(({ id }) => id);
}

const TASKS = `
  select task from node_run where project_id = $1 and node = $3 and run_id = (
    select wanted.id from unnest($2::uuid[]) as wanted (id)
    cross join lateral (
      select from node_run where project_id = $1 and run_id = wanted.id and node = $3 limit 1
    ) as ran
    order by wanted.id desc limit 1)
  order by task limit 500`;

/** Tasks of the node in the newest of the runs that has it. */
export async function readTaskNames(
  client: PoolClient,
  { projectId, node }: Place,
  runIds: string[],
): Promise<string[]> {
  const { rows } = await client.query<{ task: string }>(TASKS, [projectId, runIds, node]);
  return rows.map(({ task }) => task);
}

// The limits keep the planner to one look-up by key for each run.
const RUNS = `
  select r.id, r.number, r.status, r.code_version as "codeVersion", r.environment_hash as "environmentHash",
    r.pipeline_id as "pipelineId", r.started_at as "startedAt", r.heartbeat_seconds as "heartbeatSeconds",
    r.last_seen_at as "lastSeenAt", n.status as "nodeStatus", n.attempt,
    n.started_at as "nodeStartedAt", n.finished_at as "nodeFinishedAt"
  from unnest($2::uuid[]) as wanted (id)
  cross join lateral (select * from run where project_id = $1 and id = wanted.id limit 1) as r
  left join lateral (
    select status, attempt, started_at, finished_at from node_run
    where project_id = $1 and run_id = wanted.id and node = $3 and task = $4 limit 1
  ) as n on true
  order by r.id`;

/** The runs with what became of one task of the node in each, oldest first. */
export async function readHistoryRuns(
  client: PoolClient,
  { projectId, node }: Place,
  runIds: string[],
  task: string,
): Promise<HistoryRunRow[]> {
  const { rows } = await client.query<HistoryRunRow>(RUNS, [projectId, runIds, node, task]);
  return rows;
}
