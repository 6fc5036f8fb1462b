import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { dropForeignIdentities } from "../identity/drop-foreign";
import { passwordChangedMail } from "../mail/account-mails";
import type { Mail } from "../mail/mail";
import { LIMITS } from "../throttle/limits";
import { forgiveAttempts } from "../throttle/take-attempt";
import { endTokens } from "../token/issue";
import { findToken, linkIsOver, useToken } from "../token/use";
import { recordAccountEvent } from "./account-event";
import { checkNewPassword, passwordSchema } from "./check-new-password";
import type { SecretLinks } from "./links";
import { hashPassword } from "./password";

export const resetPasswordInput = z.object({ token: z.string().max(100), password: passwordSchema });

/** Sets a new password with the secret of a reset link, once, and signs the person out everywhere. */
export async function resetPassword(args: {
  ctx: InstanceContext;
  input: z.infer<typeof resetPasswordInput>;
  links: SecretLinks;
}): Promise<{ email: string; mail: Mail }> {
  const { ctx, links } = args;
  const { hashingKey, publicUrl } = links;
  const { token: secret, password } = resetPasswordInput.parse(args.input);
  const given = { ctx, hashingKey, kinds: ["password-reset"], secret } as const;
  const owner = await withSystem(ctx.db, async (tx) => {
    const token = await findToken(tx, given);
    return token?.userId ? tx.user.findUnique({ where: { id: token.userId } }) : null;
  });
  if (!owner) throw linkIsOver();
  // Before the secret is used up, so that a bad password does not cost the link.
  checkNewPassword(password, owner);
  const passwordHash = await hashPassword(password);
  // Whoever guessed at the old password does not keep the person out with it.
  await forgiveAttempts({ ctx, input: { limit: LIMITS.signInPerEmail, name: owner.email } });
  return await withSystem(ctx.db, async (tx) => {
    await useToken(tx, given);
    const { id, email, name } = owner;
    await tx.user.update({ where: { id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
    await endTokens(tx, { kinds: ["password-reset", "change-email"], userId: id });
    await dropForeignIdentities(tx, ctx, { id, email });
    await recordAccountEvent(tx, ctx, { id, email }, { action: "account.password_reset" });
    return { email, mail: passwordChangedMail({ to: email, name, publicUrl }) };
  });
}
