import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";

const AT_ONCE = 5000;

/** Deletes what was handed out and works no more, a few at a time. Returns how many. */
export async function deleteOldTokens({ ctx }: { ctx: InstanceContext }): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await withSystemClient(ctx.db, (client) =>
      client.query(
        // Passes over what somebody is using at this moment: a use that fails gives the secret back.
        `delete from user_token where id in (
           select id from user_token where expires_at <= $1 or used_at is not null
           limit ${AT_ONCE} for update skip locked)`,
        [ctx.now()],
      ),
    );
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return total;
  }
}
