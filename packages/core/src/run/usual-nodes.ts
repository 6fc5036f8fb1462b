import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { fullNames } from "./full-names";
import type { GetRunInput } from "./inputs";
import { loadRun } from "./load-run";

/** Milliseconds that a node usually takes: half and nine tenths of its runs took no longer. */
export interface UsualNode {
  node: string;
  p50: number;
  p90: number;
}

/** Of the last 20 good runs of the pipeline before this one, of which it looks through 200; below 5 nothing is usual. */
const USUAL = `
  with recent as (
    select id from (
      select id, status from run where project_id = $1 and pipeline_id = $2 and id < $3 order by id desc limit 200
    ) as before where status = 'succeeded' order by id desc limit 20
  ), spans as (
    select n.node, extract(epoch from max(n.finished_at) - min(n.started_at))::float8 * 1000 as ms
    from recent join node_run n on n.project_id = $1 and n.run_id = recent.id
    where n.status = 'succeeded' and n.started_at is not null and n.finished_at is not null
    group by n.run_id, n.node
  )
  select node, round(percentile_cont(0.5) within group (order by ms)) as p50,
    round(percentile_cont(0.9) within group (order by ms)) as p90
  from spans group by node having count(*) >= 5`;

/** How long the nodes of a run usually take; those are left out of which too little is known. */
export async function getUsualNodes({
  ctx,
  input,
}: {
  ctx: Context;
  input: GetRunInput;
}): Promise<UsualNode[]> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const run = await loadRun<{ id: string; pipelineId: string | null }>(client, projectId, input.runId, {
      columns: `r.id, r.pipeline_id as "pipelineId"`,
      tables: "run r",
    });
    if (run.pipelineId === null) return [];
    const { rows } = await client.query<UsualNode>(USUAL, [projectId, run.pipelineId, run.id]);
    const fullName = await fullNames(
      client,
      projectId,
      rows.map(({ node }) => node),
    );
    return rows.map(({ node, p50, p90 }) => ({
      node: fullName(node),
      p50: Math.max(0, p50),
      p90: Math.max(0, p90),
    }));
  });
}
