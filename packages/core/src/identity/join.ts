import type { Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { recordAccountEvent } from "../user/account-event";
import type { IdentityFacts } from "./facts";

/** Joins a new identity to an account. One that is joined already stays where it is. */
export async function joinIdentity(
  tx: Tx,
  ctx: InstanceContext,
  user: { id: string; email: string },
  facts: IdentityFacts,
): Promise<void> {
  const { provider, subject, email, emailVerified, name } = facts;
  if (email === null || !emailVerified) {
    throw new DomainError("forbidden", "The provider has not verified the e-mail address.", {
      path: "/email",
      fix: "Verify it there, then try again.",
    });
  }
  const row = { provider, subject, email, name, userId: user.id, createdAt: ctx.now() };
  const { count } = await tx.userIdentity.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) {
    throw new DomainError("conflict", "This identity or this account is already connected.", {
      fix: "Look at the account's security page. Disconnect there what is in the way.",
    });
  }
  const detail = { provider, email };
  await recordAccountEvent(tx, ctx, user, { action: "account.identity_connected", detail });
}
