import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { LIMITS } from "../throttle/limits";
import { forgiveAttempts, requireAttempt } from "../throttle/take-attempt";
import { passwordMatches } from "./password";
import { MAX_PASSWORD_LENGTH } from "./password-rules";

interface KnownUser {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
}

/**
 * Asks somebody who is signed in for their password once more: an open browser is not enough to take an
 * account over. `path` is the field that holds it.
 */
export async function requirePassword(args: {
  ctx: InstanceContext;
  input: { userId: string; password: string; path: string };
}): Promise<KnownUser> {
  const { ctx } = args;
  const { userId, password, path } = args.input;
  const attempts = { ctx, input: { limit: LIMITS.currentPasswordPerUser, name: userId } };
  await requireAttempt(attempts);
  const user = await withSystem(ctx.db, (tx) => tx.user.findUnique({ where: { id: userId } }));
  if (!user?.passwordHash) {
    throw new DomainError("conflict", "Your account has no password yet.", {
      path,
      fix: "Set one first, with a link that is sent to your e-mail address.",
    });
  }
  const { id, email, name, passwordHash } = user;
  if (password.length > MAX_PASSWORD_LENGTH || !(await passwordMatches(passwordHash, password))) {
    throw new DomainError("invalid", "This is not your current password.", {
      path,
      fix: "Check it and try again. Capital letters matter.",
    });
  }
  await forgiveAttempts(attempts);
  return { id, email, name, passwordHash };
}
