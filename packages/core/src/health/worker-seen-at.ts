import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";

/** When any worker last showed that it lives; null when none ever did. */
export async function readWorkerSeenAt(args: { ctx: InstanceContext }): Promise<Date | null> {
  return await withSystemClient(args.ctx.db, async (client) => {
    const { rows } = await client.query<{ seenAt: Date | null }>(
      'select max(seen_at) as "seenAt" from worker_heartbeat',
    );
    return rows[0]?.seenAt ?? null;
  });
}
