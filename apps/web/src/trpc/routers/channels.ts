import {
  createChannel,
  createChannelInput,
  listChannels,
  removeChannel,
  removeChannelInput,
  revealChannelSecret,
  revealChannelSecretInput,
  testChannel,
  testChannelInput,
  updateChannel,
  updateChannelInput,
} from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const channelsRouter = router({
  /** Never with the webhook's address, only a hint of it. */
  list: projectProcedure.query(({ ctx }) => listChannels({ ctx: ctx.core })),

  create: projectProcedure
    .input(createChannelInput)
    .mutation(({ ctx, input }) => createChannel({ ctx: ctx.core, input, slack: ctx.services.slack })),

  update: projectProcedure
    .input(updateChannelInput)
    .mutation(({ ctx, input }) => updateChannel({ ctx: ctx.core, input, slack: ctx.services.slack })),

  remove: projectProcedure
    .input(removeChannelInput)
    .mutation(({ ctx, input }) => removeChannel({ ctx: ctx.core, input })),

  /** What a webhook's receiver verifies with; that it was looked at is written down. */
  secret: projectProcedure
    .input(revealChannelSecretInput)
    .mutation(({ ctx, input }) => revealChannelSecret({ ctx: ctx.core, input, slack: ctx.services.slack })),

  /** A refusal of the far end is an answer, not an error. */
  test: projectProcedure
    .input(testChannelInput)
    .mutation(({ ctx, input }) => testChannel({ ctx: ctx.core, input, slack: ctx.services.slack })),
});
