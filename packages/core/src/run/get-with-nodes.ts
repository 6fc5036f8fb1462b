import type { RunWithNodes } from "@heddle/contract";
import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "./cursor";
import { fullNames } from "./full-names";
import { readRun } from "./get";
import type { GetRunWithNodesInput } from "./inputs";
import { NODE_RUN_COLUMNS, type NodeRunRow, nodeRunOf } from "./node-run-row";

/** One run with a page of its node runs, in the order of their names. */
export async function getRunWithNodes(args: {
  ctx: Context;
  input: GetRunWithNodesInput;
  ingestUpSince: Date;
}): Promise<RunWithNodes> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const place = input.cursor ? decodeCursor(input.cursor, (parts) => parts.length === 2) : null;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const run = await readRun(client, args);
    const after = place ? "and (n.node, n.task) > ($4, $5)" : "";
    const { rows } = await client.query<NodeRunRow>(
      `select ${NODE_RUN_COLUMNS} from node_run n where n.project_id = $1 and n.run_id = $2 ${after}
       order by n.node, n.task limit $3`,
      [projectId, run.id, input.limit + 1, ...(place ?? [])],
    );
    const page = rows.slice(0, input.limit);
    const fullName = await fullNames(
      client,
      projectId,
      page.flatMap((row) => [row.node, row.task]),
    );
    const last = page.at(-1);
    const nextCursor = rows.length > page.length && last ? encodeCursor([last.node, last.task]) : null;
    return { ...run, nodeRuns: page.map((row) => nodeRunOf(row, fullName)), nextCursor };
  });
}
