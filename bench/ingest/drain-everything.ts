import { drain } from "@heddle/core";
import type { Database } from "@heddle/db";

/** One worker's drain, until the inbox is empty. */
export async function drainEverything(db: Database): Promise<void> {
  for (;;) {
    const drained = await drain({ ctx: { db } });
    if (drained.failed.length > 0) throw new Error(drained.failed[0]?.error);
    if (drained.batches.length === 0) return;
  }
}
