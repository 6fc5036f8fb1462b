import type { Database } from "@heddle/db";
import { type Drained, drain } from "../drain/drain";

/** Drains until nothing is left to take and returns all that was passed on. */
export async function drainAll(db: Database): Promise<Drained> {
  const total: Drained = { batches: [], events: 0, outbox: [], failed: [] };
  for (;;) {
    const drained = await drain({ ctx: { db } });
    total.batches.push(...drained.batches);
    total.outbox.push(...drained.outbox);
    total.failed.push(...drained.failed);
    total.events += drained.events;
    if (drained.batches.length + drained.failed.length === 0) return total;
  }
}
