import { withSystem } from "@heddle/db";
import { dropForeignIdentities } from "../identity/drop-foreign";
import { LIMITS } from "../throttle/limits";
import { forgiveAttempts } from "../throttle/take-attempt";
import { endTokens } from "../token/issue";
import { recordAccountEvent } from "../user/account-event";
import { hashFor, type WayIn } from "./create-user";
import { requireUser } from "./find-user";
import { handOutLink, type ResetLink } from "./hand-out-link";
import type { OperatorContext } from "./operator";

/**
 * Lets somebody in again who lost their password: with a link, which leaves the account as it is until it is
 * used, or with a new password at once, which signs them out everywhere.
 */
export async function resetPasswordFor(args: {
  ctx: OperatorContext;
  input: { email: string };
  wayIn: WayIn;
}): Promise<{ email: string; link: ResetLink | null }> {
  const { ctx, wayIn } = args;
  const user = await withSystem(ctx.db, (tx) => requireUser(tx, args.input.email));
  const { id, email } = user;
  if ("links" in wayIn) {
    const link = await withSystem(ctx.db, (tx) => handOutLink(tx, ctx, { links: wayIn.links, user }));
    return { email, link };
  }
  const passwordHash = await hashFor(wayIn.password, user);
  // Whoever guessed at the old password does not keep the person out with it.
  await forgiveAttempts({ ctx, input: { limit: LIMITS.signInPerEmail, name: email } });
  await withSystem(ctx.db, async (tx) => {
    await endTokens(tx, { kinds: ["password-reset", "change-email"], userId: id });
    await tx.user.update({ where: { id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
    await dropForeignIdentities(tx, ctx, user);
    const detail = { by: ctx.actor.job };
    await recordAccountEvent(tx, ctx, user, { action: "account.password_reset", detail });
  });
  return { email, link: null };
}
