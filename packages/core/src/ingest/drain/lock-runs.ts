import { uuidV7Time } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import type { RunState } from "../fold/run-state";
import type { RunRow } from "./run-row";

export interface LockedRuns {
  /** Rows that were there before. */
  known: Map<string, RunRow>;
  /** Runs that have a row only since this transaction: nothing else is stored about them. */
  added: Set<string>;
}

/**
 * Locks the rows of the given runs and makes those that are missing. Whatever else is written about a run is
 * written under its lock.
 */
export async function lockRuns(
  client: PoolClient,
  projectId: string,
  runs: Map<string, RunState>,
): Promise<LockedRuns> {
  const ids = [...runs.keys()].sort();
  const inserted = await client.query<{ id: string }>(INSERT, [
    projectId,
    ids,
    ids.map((id) => new Date(uuidV7Time(id))),
    ids.map((id) => runs.get(id)?.lastSeenAt),
  ]);
  const added = new Set(inserted.rows.map(({ id }) => id));
  const others = ids.filter((id) => !added.has(id));
  if (others.length === 0) return { known: new Map(), added };
  await client.query(LOCK, [projectId, others]);
  const { rows } = await client.query<RunRow>(READ, [projectId, others]);
  return { known: new Map(rows.map((row) => [row.id, row])), added };
}

const INSERT = `
  insert into run (project_id, id, started_at, last_seen_at)
  select $1, missing.* from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as missing
  on conflict do nothing returning id`;
/** Read after it: who waits for a lock then sees the row as it became, but what it was joined to as it was before. */
const LOCK = "select from run where project_id = $1 and id = any($2::uuid[]) order by id for update";
const READ = `
  select r.id, r.pipeline_id, p.name as pipeline, r.number, r.status, r.code_version, r.git,
    r.environment_hash, r.config, r.tags, r.inputs, r.trigger, r.parent_run_id,
    coalesce(r.planned_nodes, '{}') as planned_nodes,
    r.heartbeat_seconds, r.started_at, r.finished_at, r.error, r.dropped, r.last_seen_at
  from run r left join pipeline p on p.project_id = r.project_id and p.id = r.pipeline_id
  where r.project_id = $1 and r.id = any($2::uuid[])`;
