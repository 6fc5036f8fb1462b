import { setTimeout as sleep } from "node:timers/promises";
import { withScope } from "@heddle/db";
import type { Context } from "../../context";
import type { NextStep } from "./next-step";

/** Together shorter than what is left of the lease. A message that was sent and not marked is sent twice. */
const RETRY_AFTER_MS = [100, 400, 1500, 5000];

/**
 * Writes what became of an attempt. "sent" holds whoever says it; anything else counts only while no
 * later attempt has begun.
 */
export async function mark(
  ctx: Context,
  delivery: { id: string; attempts: number },
  step: NextStep,
): Promise<void> {
  for (const wait of RETRY_AFTER_MS) {
    try {
      return await write(ctx, delivery, step);
    } catch {
      await sleep(wait);
    }
  }
  await write(ctx, delivery, step);
}

async function write(
  ctx: Context,
  { id, attempts }: { id: string; attempts: number },
  step: NextStep,
): Promise<void> {
  const where = { id, projectId: ctx.scope.projectId };
  const data = step.status === "sent" ? { ...step, lastError: null } : step;
  await withScope(ctx.db, ctx.scope, (tx) =>
    tx.alertDelivery.updateMany({
      where: step.status === "sent" ? where : { ...where, status: "pending", attempts },
      data,
    }),
  );
}
