import {
  deleteQuarantined,
  listQuarantine,
  listQuarantineInput,
  quarantinedInput,
  retryQuarantined,
  showQuarantined,
  summariseQuarantined,
} from "@heddle/core";
import { z } from "zod";
import { router } from "../init";
import { operatorProcedure } from "../procedures";
import { pickedInput, signalDrains } from "./quarantine-picks";

const reached = z.object({ projectId: z.uuid().optional() });
const pick = ({ ids, projectId }: z.infer<typeof pickedInput> & z.infer<typeof reached>) =>
  ids === null ? ({ all: true, projectId } as const) : { ids };

/** The quarantine of all projects. */
export const instanceQuarantineRouter = router({
  /** The oldest first. Pass `next` as `cursor` for the next page. */
  list: operatorProcedure
    .input(listQuarantineInput)
    .query(({ ctx, input }) => listQuarantine({ ctx: ctx.upkeep, input })),

  get: operatorProcedure
    .input(quarantinedInput)
    .query(({ ctx, input }) => showQuarantined({ ctx: ctx.upkeep, input })),

  contents: operatorProcedure
    .input(quarantinedInput)
    .query(({ ctx, input }) => summariseQuarantined({ ctx: ctx.upkeep, input })),

  retry: operatorProcedure
    .input(pickedInput)
    .input(reached)
    .mutation(async ({ ctx, input }) => {
      const { batches, projectIds } = await retryQuarantined({ ctx: ctx.upkeep, input: pick(input) });
      await signalDrains(ctx.services, projectIds);
      return { batches };
    }),

  remove: operatorProcedure
    .input(pickedInput)
    .input(reached)
    .mutation(async ({ ctx, input }) => {
      const { batches } = await deleteQuarantined({ ctx: ctx.upkeep, input: pick(input) });
      return { batches };
    }),
});
