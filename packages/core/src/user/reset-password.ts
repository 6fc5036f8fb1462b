import { type Prisma, type Tx, withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { dropForeignIdentities } from "../identity/drop-foreign";
import { passwordChangedMail } from "../mail/account-mails";
import type { Mail } from "../mail/mail";
import { requireReach } from "../member/require-reach";
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
    // The organisation is locked before the person, as when links are made.
    await requireMaker(tx, (await findToken(tx, given))?.data);
    await useToken(tx, given);
    const { id, email, name } = owner;
    await tx.user.update({ where: { id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
    await endTokens(tx, { kinds: ["password-reset", "change-email"], userId: id });
    await dropForeignIdentities(tx, ctx, { id, email });
    await recordAccountEvent(tx, ctx, { id, email }, { action: "account.password_reset" });
    return { email, mail: passwordChangedMail({ to: email, name, publicUrl }) };
  });
}

const dataSchema = z.object({
  handingOut: z
    .object({
      maker: z.object({ type: z.literal("user"), userId: z.string(), email: z.string() }),
      organizationId: z.string(),
      userId: z.string(),
    })
    .optional(),
});

/** A link that somebody made ends with their right to make it: either of the two may have another role now. */
async function requireMaker(tx: Tx, data: Prisma.JsonValue | undefined): Promise<void> {
  const { handingOut } = dataSchema.parse(data ?? {});
  if (!handingOut) return;
  await requireReach(tx, handingOut).catch((error: unknown) => {
    throw error instanceof DomainError ? linkIsOver() : error;
  });
}
