import { withScope } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../../context";
import type { SlackAccess } from "../slack-access";
import type { Verdict } from "../verdict";
import { attemptDelivery } from "./attempt";
import { mark } from "./mark";
import { DELIVERY_ATTEMPTS, LEASE_MS, type NextStep, nextStep } from "./next-step";

const deliverInput = z.object({ deliveryId: z.uuid() });

/** `not-due`: sent already, given up, waiting, or in the hands of another worker. */
export type Delivered = { status: "not-due" } | (NextStep & { cause?: unknown });

const OUR_FAULT: Verdict = {
  kind: "later",
  message: "An error inside Heddle kept the message from being sent; its log has the details.",
};

/**
 * Sends one message: claim, send, mark. The claim is a lease, so that no two workers send at once. A
 * worker that dies between the far end's answer and the mark leaves a message that is sent again.
 */
export async function deliver(args: {
  ctx: Context;
  input: z.infer<typeof deliverInput>;
  slack: SlackAccess;
}): Promise<Delivered> {
  const { ctx, slack } = args;
  authorise(ctx, "edit");
  const { deliveryId } = deliverInput.parse(args.input);
  const delivery = await claim(ctx, deliveryId);
  if (!delivery) return { status: "not-due" };
  let verdict = OUR_FAULT;
  let cause: unknown;
  try {
    verdict = await attemptDelivery(ctx, slack, delivery);
  } catch (error) {
    cause = error;
  }
  const step = nextStep(verdict, delivery.attempts, ctx.now());
  await mark(ctx, delivery, step);
  return { ...step, cause };
}

async function claim(ctx: Context, id: string) {
  const { projectId } = ctx.scope;
  const now = ctx.now();
  const due = { status: "pending", notBefore: { lte: now }, attempts: { lt: DELIVERY_ATTEMPTS } };
  const [claimed] = await withScope(ctx.db, ctx.scope, (tx) =>
    tx.alertDelivery.updateManyAndReturn({
      where: { id, projectId, ...due },
      data: { attempts: { increment: 1 }, notBefore: new Date(now.getTime() + LEASE_MS) },
      select: { id: true, attempts: true, channelId: true, incidentId: true, createdAt: true },
    }),
  );
  return claimed ?? null;
}
