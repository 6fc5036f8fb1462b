import type { GraphNode, NodeStatus } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

/** The tasks of one node in one run, taken together. */
export interface FoldedTasks {
  node: string;
  status: NodeStatus;
  attempt: number;
  tasks: number;
  startedAt: Date | null;
  /** Null while one of the tasks has not ended. */
  finishedAt: Date | null;
  error: GraphNode["error"];
}

/** Longest part of a message that a picture of the graph carries. */
const MESSAGE_LENGTH = 500;

const FOLD = `
  select node, count(*)::int as tasks, max(attempt) as attempt, min(started_at) as "startedAt",
    case when bool_and(finished_at is not null) then max(finished_at) end as "finishedAt",
    (array['skipped', 'succeeded', 'running', 'failed'])[max(case status
      when 'failed' then 4 when 'running' then 3 when 'succeeded' then 2 else 1 end)] as status,
    (array_agg(
      jsonb_build_object('type', coalesce(error ->> 'type', 'Error'),
        'message', left(coalesce(error ->> 'message', ''), ${MESSAGE_LENGTH}))
      order by started_at nulls last, task) filter (where status = 'failed'))[1] as error
  from node_run
  where project_id = $1 and run_id = $2 and ($3::text[] is null or node = any($3::text[]))
  group by node order by min(started_at) nulls last, node`;

/** What became of the nodes of a run that were heard of, in the order in which they started. */
export async function readFoldedTasks(
  client: PoolClient,
  projectId: string,
  runId: string,
  only?: string[],
): Promise<Map<string, FoldedTasks>> {
  const { rows } = await client.query<FoldedTasks>(FOLD, [projectId, runId, only ?? null]);
  return new Map(rows.map((row) => [row.node, row]));
}
