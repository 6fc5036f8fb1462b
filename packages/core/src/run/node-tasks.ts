import type { NodeDetail } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { NODE_RUN_COLUMNS, type NodeRunRow } from "./node-run-row";

export interface TaskRow extends NodeRunRow {
  earlier: NodeDetail["runs"][number]["earlier"];
}

/** More tasks than anyone reads in a panel; the graph tells how many there are. */
const MOST_TASKS = 2000;

/** The tasks of a node in the order of their names. */
export async function readTasks(
  client: PoolClient,
  projectId: string,
  runId: string,
  node: string,
): Promise<TaskRow[]> {
  const { rows } = await client.query<TaskRow>(
    `select ${NODE_RUN_COLUMNS}, n.earlier from node_run n
     where n.project_id = $1 and n.run_id = $2 and n.node = $3 order by n.task limit ${MOST_TASKS}`,
    [projectId, runId, node],
  );
  return rows;
}
