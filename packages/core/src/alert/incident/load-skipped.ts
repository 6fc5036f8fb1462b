import type { Tx } from "@heddle/db";
import type { FailureFacts } from "./facts";

const NAMES = 10;

/** The nodes that a failed run did not get to, in the order of its graph. */
export async function loadSkipped(
  tx: Tx,
  run: { projectId: string; id: string; codeVersion: string | null },
): Promise<FailureFacts["skipped"]> {
  const rows = await tx.$queryRaw<{ name: string; total: number }[]>`
    SELECT coalesce(t.text, n.node) AS name, n.total
    FROM (
      SELECT node, count(*) OVER ()::int AS total FROM node_run
      WHERE project_id = ${run.projectId}::uuid AND run_id = ${run.id}::uuid AND status = 'skipped'
      GROUP BY node
    ) n
    LEFT JOIN node_version v ON v.project_id = ${run.projectId}::uuid
      AND v.code_version = ${run.codeVersion} AND v.node = n.node
    LEFT JOIN name_text t ON t.project_id = ${run.projectId}::uuid AND t.key = n.node
    ORDER BY v.position NULLS LAST, n.node LIMIT ${NAMES}`;
  return { count: rows[0]?.total ?? 0, names: rows.map(({ name }) => name) };
}
