import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";

const AT_ONCE = 5000;

/** Deletes counts whose window is over, a few at a time. Returns how many. */
export async function deleteOldAttempts({ ctx }: { ctx: InstanceContext }): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await withSystemClient(ctx.db, (client) =>
      client.query(
        // Locked first: a name that tries again at this moment keeps its new window.
        `delete from attempt_count where key in (
           select key from attempt_count where reset_at <= $1 limit ${AT_ONCE} for update skip locked)`,
        [ctx.now()],
      ),
    );
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return total;
  }
}
