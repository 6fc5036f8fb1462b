import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../../audit/record";
import { authorise, type Context } from "../../context";
import { DomainError } from "../../error/domain-error";
import { readDeliveries } from "./read";
import type { Delivery } from "./view";

export const retryDeliveryInput = z.object({ id: z.uuid() });

/**
 * Gives a failed delivery its attempts anew. It is due at once: the caller wakes the queue, and were
 * that lost, the sweep finds it.
 */
export async function retryDelivery(args: {
  ctx: Context;
  input: z.infer<typeof retryDeliveryInput>;
}): Promise<Delivery> {
  const { ctx } = args;
  authorise(ctx, "edit");
  const { id } = retryDeliveryInput.parse(args.input);
  const { projectId } = ctx.scope;
  const { renewed, delivery } = await withScope(ctx.db, ctx.scope, async (tx) => {
    const updated = await tx.alertDelivery.updateMany({
      where: { id, projectId, status: "failed" },
      data: { status: "pending", attempts: 0, notBefore: ctx.now() },
    });
    const [found] = await readDeliveries(tx, projectId, { id }, 1);
    if (found && updated.count > 0) {
      const { id: run, pipeline } = found.run;
      const target = found.channel.name ?? "a channel that was removed";
      await recordAudit(tx, ctx, {
        action: "delivery.retried",
        target,
        targetId: id,
        detail: { run, pipeline },
      });
    }
    return { renewed: updated, delivery: found };
  });
  if (!delivery)
    throw new DomainError("not_found", "There is no such message in this project.", {
      path: "/id",
      fix: "Look at the list of messages.",
    });
  if (renewed.count === 0)
    throw new DomainError("conflict", `The message is not failed but ${delivery.status}.`, {
      path: "/id",
      fix:
        delivery.status === "sent" ? "It has arrived; nothing is to be done." : "Wait for its next attempt.",
    });
  return delivery;
}
