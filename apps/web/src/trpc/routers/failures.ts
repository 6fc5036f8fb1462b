import { listFailures, listFailuresInput } from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const failuresRouter = router({
  /** Groups of same failures, the one that failed last first. Pass `nextCursor` as `cursor` for the next page. */
  list: projectProcedure
    .input(listFailuresInput)
    .query(({ ctx, input }) => listFailures({ ctx: ctx.core, input })),
});
