import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";

/** Deletes what was handed out and works no more. Returns how many. */
export async function deleteOldTokens({ ctx }: { ctx: InstanceContext }): Promise<number> {
  const where = { OR: [{ expiresAt: { lte: ctx.now() } }, { usedAt: { not: null } }] };
  return (await withSystem(ctx.db, (tx) => tx.userToken.deleteMany({ where }))).count;
}
