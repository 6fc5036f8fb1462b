import { type Tx, withSystem } from "@heddle/db";
import type { Actor, InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { personOf } from "../member/with-people";
import { recordAccountEvent } from "./account-event";
import { issueReset } from "./issue-reset";
import type { SecretLinks } from "./links";

const LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * A link for copying, with which somebody sets a new password once, within a day. `allow` throws when the
 * actor may not hand out that account; the person sees on their page who did.
 */
export async function createResetLink(args: {
  ctx: InstanceContext & { actor: Actor };
  input: { userId: string };
  links: SecretLinks;
  allow: (tx: Tx) => Promise<void>;
}): Promise<{ link: string; expiresAt: string }> {
  const { ctx, input, links } = args;
  const { email: madeBy } = personOf(ctx.actor);
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
      madeBy,
    });
    await recordAccountEvent(tx, ctx, user, { action: "account.reset_requested", detail: { by: madeBy } });
    return { link, expiresAt: expiresAt.toISOString() };
  });
}
