import type { Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import { recordAccountEvent } from "../user/account-event";

/**
 * Takes from an account the identities of another address than its own. Whoever made an account with
 * somebody's address could have left one as a back door before its true holder took over by a reset.
 */
export async function dropForeignIdentities(
  tx: Tx,
  ctx: InstanceContext,
  user: { id: string; email: string },
): Promise<void> {
  const where = { userId: user.id, email: { not: user.email } };
  for (const { provider, subject, email } of await tx.userIdentity.findMany({ where })) {
    await tx.userIdentity.delete({ where: { provider_subject: { provider, subject } } });
    const detail = { provider, email };
    await recordAccountEvent(tx, ctx, user, { action: "account.identity_disconnected", detail });
  }
}
