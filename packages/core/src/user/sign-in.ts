import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { LIMITS } from "../throttle/limits";
import { forgiveAttempts, requireAttempt } from "../throttle/take-attempt";
import { recordAccountEvent } from "./account-event";
import { checkPassword } from "./check-password";
import { normaliseEmail } from "./email";
import type { UserView } from "./get";
import { hashPassword, isOutdated } from "./password";

/** Does work after the answer, so that the answer's time does not tell whether there was any. */
export type Later = (what: string, work: () => Promise<void>) => void;

/** The user with this address and password, or null. Too many attempts for an address are refused. */
export async function signInWithPassword(args: {
  ctx: InstanceContext;
  input: { email: string; password: string };
  later: Later;
}): Promise<UserView | null> {
  const { ctx, later } = args;
  const input = { email: normaliseEmail(args.input.email), password: args.input.password };
  const attempts = { ctx, input: { limit: LIMITS.signInPerEmail, name: input.email } };
  await requireAttempt(attempts);
  const { user, matches } = await checkPassword({ ctx, input });
  if (!user || !matches) {
    if (user) {
      const event = { action: "account.sign_in_failed" } as const;
      later("sign-in event", () => withSystem(ctx.db, (tx) => recordAccountEvent(tx, ctx, user, event)));
    }
    return null;
  }
  await forgiveAttempts(attempts);
  const better =
    user.passwordHash && isOutdated(user.passwordHash) ? await hashPassword(input.password) : null;
  await withSystem(ctx.db, async (tx) => {
    if (better) {
      // Not over a password that was changed at this moment.
      const where = { id: user.id, passwordHash: user.passwordHash };
      await tx.user.updateMany({ where, data: { passwordHash: better } });
    }
    await recordAccountEvent(tx, ctx, user, { action: "account.signed_in", detail: { with: "password" } });
  });
  return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion };
}
