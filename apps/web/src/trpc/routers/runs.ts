import {
  getNode,
  getNodeInput,
  getRun,
  getRunGraph,
  getRunInput,
  listRuns,
  listRunsInput,
} from "@heddle/core";
import { changedRuns } from "../changed-runs";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const runsRouter = router({
  /** Newest first. Pass `nextCursor` as `cursor` for the next page; null means that was the last one. */
  list: projectProcedure
    .input(listRunsInput)
    .query(({ ctx, input }) =>
      listRuns({ ctx: ctx.core, input, ingestUpSince: ctx.services.ingestUpSince() }),
    ),

  get: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => getRun({ ctx: ctx.core, input, ingestUpSince: ctx.services.ingestUpSince() })),

  graph: projectProcedure.input(getRunInput).query(({ ctx, input }) => getRunGraph({ ctx: ctx.core, input })),

  node: projectProcedure.input(getNodeInput).query(({ ctx, input }) => getNode({ ctx: ctx.core, input })),

  /** Ids of runs that changed, as they change. Fetch again when it (re)connects: it has no memory. */
  live: projectProcedure.subscription(({ ctx, signal }) => changedRuns(ctx, signal)),
});
