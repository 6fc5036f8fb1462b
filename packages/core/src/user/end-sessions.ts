import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { recordAccountEvent } from "./account-event";

/** Signs a person out everywhere: sessions that began before this stop counting. */
export async function endSessions(args: { ctx: InstanceContext; input: { userId: string } }): Promise<void> {
  const { ctx, input } = args;
  await withSystem(ctx.db, async (tx) => {
    const user = await tx.user.update({
      where: { id: input.userId },
      data: { sessionVersion: { increment: 1 } },
      select: { id: true, email: true },
    });
    await recordAccountEvent(tx, ctx, user, { action: "account.sessions_ended" });
  });
}
