import type { PoolClient } from "@heddle/db";

export interface NodeCounts {
  seen: number;
  succeeded: number;
  failed: number;
  running: number;
  skipped: number;
}

export interface Failure {
  node: string | null;
  type: string;
  message: string;
}

/** Longest part of an error's message that a list of runs carries. */
export const MESSAGE_LENGTH = 1000;

/** How many nodes of each run are in which state; a node with several tasks is in the worst of theirs. */
export async function countNodes(
  client: PoolClient,
  projectId: string,
  runIds: string[],
): Promise<Map<string, NodeCounts>> {
  const { rows } = await client.query<NodeCounts & { run_id: string }>(
    `select run_id, count(*)::int as seen,
       count(*) filter (where worst = 4)::int as failed, count(*) filter (where worst = 3)::int as running,
       count(*) filter (where worst = 2)::int as succeeded, count(*) filter (where worst = 1)::int as skipped
     from (
       select run_id, node, max(case status when 'failed' then 4 when 'running' then 3
         when 'succeeded' then 2 else 1 end) as worst
       from node_run where project_id = $1 and run_id = any($2::uuid[]) group by run_id, node) as node
     group by run_id`,
    [projectId, runIds],
  );
  return new Map(rows.map((row) => [row.run_id, row]));
}

/** Of each run the failed node that started first. */
export async function findFailures(
  client: PoolClient,
  projectId: string,
  runIds: string[],
): Promise<Map<string, Failure>> {
  const { rows } = await client.query<Failure & { run_id: string }>(
    `select distinct on (run_id) run_id, node, coalesce(error ->> 'type', 'Error') as type,
       coalesce(left(error ->> 'message', ${MESSAGE_LENGTH}), '') as message
     from node_run where project_id = $1 and run_id = any($2::uuid[]) and status = 'failed'
     order by run_id, started_at nulls last, node, task`,
    [projectId, runIds],
  );
  return new Map(rows.map(({ run_id, ...failure }) => [run_id, failure]));
}

/** How many nodes the code of each version runs. */
export async function countVersionNodes(
  client: PoolClient,
  projectId: string,
  hashes: Set<string>,
): Promise<Map<string, number>> {
  if (hashes.size === 0) return new Map();
  const { rows } = await client.query<{ hash: string; nodes: number }>(
    `select code_version as hash, count(*)::int as nodes from node_version
     where project_id = $1 and code_version = any($2::text[]) and kind <> 'input' group by code_version`,
    [projectId, [...hashes]],
  );
  return new Map(rows.map((row) => [row.hash, row.nodes]));
}
