import type { PoolClient } from "@heddle/db";
import type { Place } from "./store-folded";

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

/** A node run as this transaction has written it. */
export interface WrittenNodeRun {
  run_id: string;
  node: string;
  status: "skipped" | "succeeded" | "running" | "failed";
}

/** Longest part of an error's message that a list of runs carries. */
export const MESSAGE_LENGTH = 1000;

/** From the least bad state to the worst. */
const STATES = ["skipped", "succeeded", "running", "failed"] as const;

/**
 * How many nodes of each run are in which state; a node with several tasks is in the worst of theirs. Of runs
 * that are new everything that there is was just written; those of others are read.
 */
export async function countNodes(
  { client, projectId, added }: Place,
  runIds: string[],
  written: readonly WrittenNodeRun[],
): Promise<Map<string, NodeCounts>> {
  const counts = countWritten(written.filter((row) => added.has(row.run_id)));
  const others = runIds.filter((id) => !added.has(id));
  for (const { run_id, ...of } of await countStored(client, projectId, others)) counts.set(run_id, of);
  return counts;
}

function countWritten(rows: WrittenNodeRun[]): Map<string, NodeCounts> {
  const worst = new Map<string, Map<string, number>>();
  for (const { run_id, node, status } of rows) {
    const nodes = worst.get(run_id) ?? new Map<string, number>();
    worst.set(run_id, nodes);
    nodes.set(node, Math.max(nodes.get(node) ?? 0, STATES.indexOf(status)));
  }
  const counts = new Map<string, NodeCounts>();
  for (const [runId, nodes] of worst) {
    const of = { seen: nodes.size, skipped: 0, succeeded: 0, running: 0, failed: 0 };
    for (const state of nodes.values()) of[STATES[state] ?? "skipped"]++;
    counts.set(runId, of);
  }
  return counts;
}

async function countStored(
  client: PoolClient,
  projectId: string,
  runIds: string[],
): Promise<(NodeCounts & { run_id: string })[]> {
  if (runIds.length === 0) return [];
  const { rows } = await client.query<NodeCounts & { run_id: string }>(COUNT, [projectId, runIds]);
  return rows;
}

const COUNT = `
  select run_id, count(*)::int as seen,
    count(*) filter (where worst = 4)::int as failed, count(*) filter (where worst = 3)::int as running,
    count(*) filter (where worst = 2)::int as succeeded, count(*) filter (where worst = 1)::int as skipped
  from (
    select run_id, node, max(case status when 'failed' then 4 when 'running' then 3
      when 'succeeded' then 2 else 1 end) as worst
    from node_run where project_id = $1 and run_id = any($2::uuid[]) group by run_id, node) as node
  group by run_id`;

/** Of each run the failed node that started first. */
export async function findFailures(
  client: PoolClient,
  projectId: string,
  runIds: string[],
): Promise<Map<string, Failure>> {
  if (runIds.length === 0) return new Map();
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
