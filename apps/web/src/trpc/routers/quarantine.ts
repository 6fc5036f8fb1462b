import {
  deleteQuarantined,
  listQuarantine,
  listQuarantineInput,
  quarantinedInput,
  readProjectInbox,
  retryQuarantined,
  showQuarantined,
  summariseQuarantined,
} from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";
import { pickedInput, signalDrains } from "./quarantine-picks";

/** What of one project waits to be stored, or could not be. */
export const quarantineRouter = router({
  /** The project's part of the inbox. */
  inbox: projectProcedure.query(({ ctx }) => readProjectInbox({ ctx: ctx.core })),

  /** The oldest first. Pass `next` as `cursor` for the next page. */
  list: projectProcedure
    .input(listQuarantineInput.omit({ projectId: true }))
    .query(({ ctx, input }) => listQuarantine({ ctx: ctx.core, input })),

  get: projectProcedure
    .input(quarantinedInput)
    .query(({ ctx, input }) => showQuarantined({ ctx: ctx.core, input })),

  contents: projectProcedure
    .input(quarantinedInput)
    .query(({ ctx, input }) => summariseQuarantined({ ctx: ctx.core, input })),

  retry: projectProcedure.input(pickedInput).mutation(async ({ ctx, input: { ids } }) => {
    const picked = ids === null ? ({ all: true } as const) : { ids };
    const { batches, projectIds } = await retryQuarantined({ ctx: ctx.core, input: picked });
    await signalDrains(ctx.services, projectIds);
    return { batches };
  }),

  remove: projectProcedure.input(pickedInput).mutation(async ({ ctx, input: { ids } }) => {
    const picked = ids === null ? ({ all: true } as const) : { ids };
    const { batches } = await deleteQuarantined({ ctx: ctx.core, input: picked });
    return { batches };
  }),
});
