import { uuidV7Time } from "@heddle/contract";
import { type PoolClient, upsertRows } from "@heddle/db";
import type { RunState } from "../fold/run-state";
import type { RunRow } from "./run-row";

/**
 * Locks the rows of the given runs, in the order of their ids so that two workers cannot wait for each
 * other, and makes those that are missing. Whatever else is written about a run is written under its lock.
 */
export async function lockRuns(
  client: PoolClient,
  projectId: string,
  runs: Map<string, RunState>,
): Promise<Map<string, RunRow>> {
  const ids = [...runs.keys()].sort();
  await upsertRows(client, {
    table: "run",
    columns: [
      { name: "project_id", type: "uuid" },
      { name: "id", type: "uuid" },
      { name: "started_at", type: "timestamptz" },
      { name: "last_seen_at", type: "timestamptz" },
    ],
    key: ["project_id", "id"],
    rows: ids.map((id) => ({
      project_id: projectId,
      id,
      started_at: new Date(uuidV7Time(id)),
      last_seen_at: runs.get(id)?.lastSeenAt,
    })),
    onConflict: "ignore",
  });
  const { rows } = await client.query<RunRow>(
    `select r.id, r.pipeline_id, p.name as pipeline, r.number, r.status, r.code_version, r.git,
       r.environment_hash, r.config, r.tags, r.inputs, r.trigger, r.parent_run_id,
       coalesce(r.planned_nodes, '{}') as planned_nodes,
       r.heartbeat_seconds, r.started_at, r.finished_at, r.error, r.dropped, r.last_seen_at
     from run r left join pipeline p on p.project_id = r.project_id and p.id = r.pipeline_id
     where r.project_id = $1 and r.id = any($2::uuid[]) order by r.id for update of r`,
    [projectId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
