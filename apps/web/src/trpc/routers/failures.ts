import {
  acknowledgeFailure,
  acknowledgeFailureInput,
  getFailure,
  getFailureInput,
  listFailures,
  listFailuresInput,
  muteFailure,
  muteFailureInput,
} from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const failuresRouter = router({
  /** Groups of same failures, the one that failed last first. Pass `nextCursor` as `cursor` for the next page. */
  list: projectProcedure
    .input(listFailuresInput)
    .query(({ ctx, input }) => listFailures({ ctx: ctx.core, input })),

  get: projectProcedure
    .input(getFailureInput)
    .query(({ ctx, input }) => getFailure({ ctx: ctx.core, input, publicUrl: ctx.services.slack.publicUrl })),

  acknowledge: projectProcedure
    .input(acknowledgeFailureInput)
    .mutation(({ ctx, input }) => acknowledgeFailure({ ctx: ctx.core, input })),

  mute: projectProcedure
    .input(muteFailureInput)
    .mutation(({ ctx, input }) => muteFailure({ ctx: ctx.core, input })),
});
