import { type Tx, withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import type { HandingOut } from "../member/require-reach";
import { recordAccountEvent } from "./account-event";
import { issueReset } from "./issue-reset";
import type { SecretLinks } from "./links";

const LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * A link for copying, with which somebody sets a new password once, within a day. `allow` throws when the
 * maker may not hand out that account; the person sees on their page who did.
 */
export async function createResetLink(args: {
  ctx: InstanceContext;
  input: HandingOut;
  links: SecretLinks;
  allow: (tx: Tx) => Promise<void>;
}): Promise<{ link: string; expiresAt: string }> {
  const { ctx, input, links } = args;
  return await withSystem(ctx.db, async (tx) => {
    await args.allow(tx);
    const select = { id: true, email: true };
    const user = await tx.user.findUnique({ where: { id: input.userId }, select });
    if (!user) {
      throw new DomainError("not_found", "There is no such person.", {
        path: "/userId",
        fix: "Look at the list of members.",
      });
    }
    const { link, expiresAt } = await issueReset(tx, ctx, {
      links,
      userId: user.id,
      lifeMs: LIFE_MS,
      handingOut: input,
    });
    await recordAccountEvent(tx, ctx, user, {
      action: "account.reset_requested",
      detail: { by: input.maker.email },
    });
    return { link, expiresAt: expiresAt.toISOString() };
  });
}
