import { listRecentChanges, overviewInput, readOverview, recentChangesInput } from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const overviewRouter = router({
  /** Health of each pipeline, worst first, and the figures that they amount to. */
  health: projectProcedure
    .input(overviewInput)
    .query(({ ctx, input }) =>
      readOverview({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  /** What changed lately between one run of a pipeline and the next, newest first. */
  changes: projectProcedure
    .input(recentChangesInput)
    .query(({ ctx, input }) =>
      listRecentChanges({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),
});
