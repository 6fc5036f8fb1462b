import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";

const MOST = 1000;

interface PipelineView {
  name: string;
  /** Number of its newest run. */
  lastNumber: number;
}

/** The project's pipelines by name. */
export async function listPipelines(args: { ctx: Context }): Promise<PipelineView[]> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { rows } = await client.query<{ name: string; last_number: number }>(
      "select name, last_number from pipeline where project_id = $1 order by lower(name), name limit $2",
      [projectId, MOST],
    );
    const fullName = await fullNames(
      client,
      projectId,
      rows.map(({ name }) => name),
    );
    return rows.map((row) => ({ name: fullName(row.name), lastNumber: row.last_number }));
  });
}
