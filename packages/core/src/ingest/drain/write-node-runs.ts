import { type PoolClient, upsertRows } from "@heddle/db";
import { invariant } from "../../error/invariant";
import { type Attempt, mergeAttempts } from "../fold/attempt";
import { fingerprintOf } from "../fold/fingerprint";
import { type Folded, keyOf } from "../fold/folded";
import type { NameBook } from "./name-book";

interface NodeRunRow extends Omit<Attempt, "startedAt" | "finishedAt"> {
  run_id: string;
  node: string;
  task: string;
  started_at: Date | null;
  finished_at: Date | null;
  earlier: Attempt[];
}

/** Merges attempts with what is stored and writes each node run once. The runs must be locked. */
export async function writeNodeRuns(
  client: PoolClient,
  projectId: string,
  nodeRuns: Folded["nodeRuns"],
  names: NameBook,
): Promise<void> {
  const fresh = [...nodeRuns.values()].map(({ runId, node, task, attempts }) => ({
    runId,
    node: names.key(node),
    task: names.key(task),
    attempts,
  }));
  const stored = await readStored(client, projectId, fresh);
  const rows = fresh.map(({ runId, node, task, attempts }) => ({
    project_id: projectId,
    run_id: runId,
    node,
    task,
    ...columnsOf(mergeAttempts(stored.get(keyOf(runId, node, task)) ?? [], attempts)),
  }));
  await upsertRows(client, {
    table: "node_run",
    columns: COLUMNS,
    key: ["project_id", "run_id", "node", "task"],
    rows,
    onConflict: "replace",
  });
}

function columnsOf(attempts: Attempt[]) {
  const last = attempts.at(-1);
  invariant(last, "a node run has an attempt");
  return {
    attempt: last.attempt,
    status: last.status,
    started_at: last.startedAt,
    finished_at: last.finishedAt,
    error: last.error,
    fingerprint: last.error && fingerprintOf(last.error),
    earlier: attempts.slice(0, -1),
  };
}

async function readStored(
  client: PoolClient,
  projectId: string,
  wanted: { runId: string; node: string; task: string }[],
): Promise<Map<string, Attempt[]>> {
  const { rows } = await client.query<NodeRunRow>(
    `select n.run_id, n.node, n.task, n.attempt, n.status, n.started_at, n.finished_at, n.error, n.earlier
     from unnest($2::uuid[], $3::text[], $4::text[]) as wanted (run_id, node, task)
     join node_run n on n.project_id = $1 and n.run_id = wanted.run_id
       and n.node = wanted.node and n.task = wanted.task`,
    [projectId, wanted.map((one) => one.runId), wanted.map((one) => one.node), wanted.map((one) => one.task)],
  );
  return new Map(
    rows.map((row) => {
      const { attempt, status, error } = row;
      const startedAt = row.started_at?.toISOString() ?? null;
      const finishedAt = row.finished_at?.toISOString() ?? null;
      const last: Attempt = { attempt, status, startedAt, finishedAt, error };
      return [keyOf(row.run_id, row.node, row.task), [...row.earlier, last]];
    }),
  );
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
