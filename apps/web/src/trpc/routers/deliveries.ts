import { listDeliveries, listDeliveriesInput, retryDelivery, retryDeliveryInput } from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const deliveriesRouter = router({
  /** Newest first. Pass `nextCursor` as `cursor` for the next page; null means that was the last one. */
  list: projectProcedure
    .input(listDeliveriesInput)
    .query(({ ctx, input }) => listDeliveries({ ctx: ctx.core, input })),

  retry: projectProcedure.input(retryDeliveryInput).mutation(async ({ ctx, input }) => {
    const delivery = await retryDelivery({ ctx: ctx.core, input });
    const { projectId } = ctx.core.scope;
    const { queue, log } = ctx.services;
    // The delivery is due in the database already, so a queue that is away only makes it later.
    await queue
      .enqueue("deliver-alert", { projectId, deliveryId: delivery.id })
      .catch((error: unknown) => log.warn({ err: error }, "delivery waits for the sweep"));
    return delivery;
  }),
});
