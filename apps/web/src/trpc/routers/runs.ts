import {
  getNode,
  getNodeInput,
  getRun,
  getRunChanges,
  getRunGraph,
  getRunInput,
  listPipelines,
  listRuns,
  listRunsInput,
} from "@heddle/core";
import { withCodeLines } from "../../code/with-code-lines";
import { changedRuns } from "../changed-runs";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const runsRouter = router({
  /** Newest first. Pass `nextCursor` as `cursor` for the next page; null means that was the last one. */
  list: projectProcedure
    .input(listRunsInput)
    .query(({ ctx, input }) => listRuns({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since })),

  /** For the filter: what `pipeline` may be. */
  pipelines: projectProcedure.query(({ ctx }) => listPipelines({ ctx: ctx.core })),

  get: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => getRun({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since })),

  /** What differs from the last good run of the pipeline. */
  changes: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => getRunChanges({ ctx: ctx.core, input })),

  graph: projectProcedure.input(getRunInput).query(({ ctx, input }) => getRunGraph({ ctx: ctx.core, input })),

  /** With the node's code split into coloured pieces. */
  node: projectProcedure
    .input(getNodeInput)
    .query(async ({ ctx, input }) => withCodeLines(await getNode({ ctx: ctx.core, input }))),

  /** Ids of runs that changed, as they change. Fetch again when it (re)connects: it has no memory. */
  live: projectProcedure.subscription(({ ctx, signal }) => changedRuns(ctx, signal)),
});
