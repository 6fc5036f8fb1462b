import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { FIRST_EMAIL } from "./initialise";

/** Whether the account that the first start made is still the only one, with the password it was given. */
export async function awaitsFirstSignIn({ ctx }: { ctx: InstanceContext }): Promise<boolean> {
  return await withSystem(ctx.db, async (tx) => {
    const [only, ...others] = await tx.user.findMany({ take: 2, select: { id: true, email: true } });
    if (only?.email !== FIRST_EMAIL || others.length > 0) return false;
    const changed = await tx.auditEvent.findFirst({
      where: { actorId: only.id, action: { in: ["account.password_changed", "account.password_reset"] } },
      select: { id: true },
    });
    return changed === null;
  });
}
