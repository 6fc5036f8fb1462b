import type { Tx } from "@heddle/db";
import { recordAudit } from "../audit/record";
import { recordAccountEvent } from "../user/account-event";
import { issueReset } from "../user/issue-reset";
import type { SecretLinks } from "../user/links";
import type { OperatorContext } from "./operator";

const LIFE_MS = 24 * 60 * 60 * 1000;

/** A way into an account, written down where its owner and the owners of their organisations see it. */
export interface ResetLink {
  link: string;
  expiresAt: string;
}

/** Makes the link with which a person sets a password once, within a day. */
export async function handOutLink(
  tx: Tx,
  ctx: OperatorContext,
  { links, user }: { links: SecretLinks; user: { id: string; email: string } },
): Promise<ResetLink> {
  const { link, expiresAt } = await issueReset(tx, ctx, { links, userId: user.id, lifeMs: LIFE_MS });
  const detail = { by: ctx.actor.job };
  await recordAccountEvent(tx, ctx, user, { action: "account.reset_requested", detail });
  const change = { action: "member.reset_link_created", target: user.email, targetId: user.id } as const;
  for (const { organizationId } of await tx.membership.findMany({ where: { userId: user.id } })) {
    await recordAudit(tx, { ...ctx, organizationId }, change);
  }
  return { link, expiresAt: expiresAt.toISOString() };
}
