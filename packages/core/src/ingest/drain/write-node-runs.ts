import type { PoolClient } from "@heddle/db";
import { type Attempt, mergeAttempts } from "../fold/attempt";
import { type Folded, keyOf } from "../fold/folded";
import { ONE_BY_ONE } from "../prefer-keys";
import type { WrittenNodeRun } from "./count-nodes";
import { attemptsOf, columnsOfAttempts, type NodeRunRow } from "./node-run-row";
import type { Place } from "./store-folded";
import { writeRows } from "./write-rows";

/** Merges attempts with what is stored, writes each node run once and returns them. The runs must be locked. */
export async function writeNodeRuns(place: Place, nodeRuns: Folded["nodeRuns"]): Promise<WrittenNodeRun[]> {
  const { client, projectId, names, added } = place;
  const fresh = [...nodeRuns.values()].map(({ runId, node, task, attempts }) => ({
    runId,
    node: names.key(node),
    task: names.key(task),
    attempts,
  }));
  const stored = await readStored(
    client,
    projectId,
    fresh.filter(({ runId }) => !added.has(runId)),
  );
  const rows = fresh.map(({ runId, node, task, attempts }) => ({
    project_id: projectId,
    run_id: runId,
    node,
    task,
    ...columnsOfAttempts(mergeAttempts(stored.get(keyOf(runId, node, task)) ?? [], attempts)),
  }));
  const target = { table: "node_run", columns: COLUMNS, key: KEY, rows };
  await writeRows(client, place.way, target, (row) => stored.has(keyOf(row.run_id, row.node, row.task)));
  return rows;
}

const KEY = ["project_id", "run_id", "node", "task"];

async function readStored(
  client: PoolClient,
  projectId: string,
  wanted: { runId: string; node: string; task: string }[],
): Promise<Map<string, Attempt[]>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await client.query<NodeRunRow>(
    `select stored.*
     from unnest($2::uuid[], $3::text[], $4::text[]) as wanted (run_id, node, task)
     cross join lateral (
       select n.run_id, n.node, n.task, n.attempt, n.status, n.started_at, n.finished_at, n.error, n.earlier
       from node_run n
       where n.project_id = $1 and n.run_id = wanted.run_id and n.node = wanted.node and n.task = wanted.task
       ${ONE_BY_ONE}) stored`,
    [projectId, wanted.map((one) => one.runId), wanted.map((one) => one.node), wanted.map((one) => one.task)],
  );
  return new Map(rows.map((row) => [keyOf(row.run_id, row.node, row.task), attemptsOf(row)]));
}

const COLUMNS = [
  { name: "project_id", type: "uuid" },
  { name: "run_id", type: "uuid" },
  { name: "node", type: "text" },
  { name: "task", type: "text" },
  { name: "attempt", type: "integer" },
  { name: "status", type: "text" },
  { name: "started_at", type: "timestamptz" },
  { name: "finished_at", type: "timestamptz" },
  { name: "error", type: "jsonb" },
  { name: "fingerprint", type: "text" },
  { name: "earlier", type: "jsonb not null" },
] as const;
