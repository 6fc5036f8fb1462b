import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import type { GetRunInput } from "./inputs";
import { loadRun } from "./load-run";

interface Neighbour {
  id: string;
  number: number | null;
}

/** The runs of the same pipeline before and after a run, in the order of their ids. */
interface RunSiblings {
  previous: Neighbour | null;
  next: Neighbour | null;
}

const SIBLINGS = `
  (select 'previous' as side, id, number from run
    where project_id = $1 and pipeline_id = $2 and id < $3 order by id desc limit 1)
  union all
  (select 'next', id, number from run
    where project_id = $1 and pipeline_id = $2 and id > $3 order by id limit 1)`;

/** Where `[` and `]` lead from a run; null at the ends, and for a run whose pipeline is not known. */
export async function getRunSiblings({
  ctx,
  input,
}: {
  ctx: Context;
  input: GetRunInput;
}): Promise<RunSiblings> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const run = await loadRun<{ id: string; pipelineId: string | null }>(client, projectId, input.runId, {
      columns: `r.id, r.pipeline_id as "pipelineId"`,
      tables: "run r",
    });
    if (run.pipelineId === null) return { previous: null, next: null };
    const { rows } = await client.query<Neighbour & { side: "previous" | "next" }>(SIBLINGS, [
      projectId,
      run.pipelineId,
      run.id,
    ]);
    const on = (wanted: string) => {
      const found = rows.find(({ side }) => side === wanted);
      return found ? { id: found.id, number: found.number } : null;
    };
    return { previous: on("previous"), next: on("next") };
  });
}
