import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";

/** A worker shows every few seconds that it lives. */
const SILENT_MS = 30_000;

/** Workers that lately showed that they live. */
export async function countLiveWorkers({ ctx }: { ctx: InstanceContext }): Promise<number> {
  const since = new Date(ctx.now().getTime() - SILENT_MS);
  return await withSystemClient(ctx.db, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      "select count(*)::int as n from worker_heartbeat where seen_at >= $1",
      [since],
    );
    return rows[0]?.n ?? 0;
  });
}
