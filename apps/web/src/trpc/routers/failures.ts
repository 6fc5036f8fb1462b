import {
  acknowledgeFailure,
  acknowledgeFailureInput,
  failureStripsInput,
  getFailure,
  getFailureInput,
  listFailures,
  listFailuresInput,
  muteFailure,
  muteFailureInput,
  readFailureStrips,
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

  /** The last runs of pipelines that fail. */
  strips: projectProcedure
    .input(failureStripsInput)
    .query(({ ctx, input }) =>
      readFailureStrips({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  acknowledge: projectProcedure
    .input(acknowledgeFailureInput)
    .mutation(({ ctx, input }) => acknowledgeFailure({ ctx: ctx.core, input })),

  mute: projectProcedure
    .input(muteFailureInput)
    .mutation(({ ctx, input }) => muteFailure({ ctx: ctx.core, input })),
});
