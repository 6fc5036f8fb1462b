import { deliver, type SlackAccess } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { WorkerMetrics } from "@heddle/observability";
import type { Handlers } from "@heddle/queue";
import { systemContext } from "./system-context";

/** Why a message was not sent; a cause is an error of ours. The queue reads from it whether and when to try again. */
export class DeliveryError extends Error {
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, again: { afterMs: number } | null, cause: unknown) {
    super(message, { cause });
    this.name = "DeliveryError";
    this.retryable = again !== null;
    this.retryAfterMs = again?.afterMs;
  }
}

/** What an attempt is counted as. */
const OUTCOMES = { sent: "delivered", pending: "postponed", failed: "given_up" } as const;

/** Sends one message. Fails on whatever is not a message taken by the far end. */
export function deliverAlert(
  db: Database,
  slack: SlackAccess,
  { deliveries }: WorkerMetrics,
): Handlers["deliver-alert"] {
  return async ({ payload: { projectId, deliveryId } }) => {
    const ctx = await systemContext(db, projectId, "deliver-alert");
    if (!ctx) return;
    const result = await deliver({ ctx, input: { deliveryId }, slack });
    if (result.status !== "not-due") deliveries.inc({ outcome: OUTCOMES[result.status] });
    if (result.status === "failed") throw new DeliveryError(result.lastError, null, result.cause);
    if (result.status === "pending") {
      const afterMs = result.notBefore.getTime() - ctx.now().getTime();
      throw new DeliveryError(result.lastError, { afterMs }, result.cause);
    }
  };
}
