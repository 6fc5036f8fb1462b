import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";

/** Signs a user out everywhere: sessions that began before this stop counting. */
export async function endSessions(args: { ctx: InstanceContext; input: { id: string } }): Promise<void> {
  await withSystem(args.ctx.db, (tx) =>
    tx.user.updateMany({ where: { id: args.input.id }, data: { sessionVersion: { increment: 1 } } }),
  );
}
