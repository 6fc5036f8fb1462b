import { findDueDeliveries, findUntoldRuns } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { JobsAndMessages } from "@heddle/queue";

/**
 * Enqueues again what the queue lost: failed runs without an incident, deliveries that are overdue. A
 * plain timer of each worker calls it; the work itself is idempotent, so two sweeps at once do no harm.
 */
export async function sweepAlerts(db: Database, queue: JobsAndMessages): Promise<void> {
  const ctx = { db, now: () => new Date() };
  for (const payload of await findUntoldRuns({ ctx })) await queue.enqueue("evaluate-alert", payload);
  for (const payload of await findDueDeliveries({ ctx })) await queue.enqueue("deliver-alert", payload);
}
