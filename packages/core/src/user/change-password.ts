import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { passwordChangedMail } from "../mail/account-mails";
import type { Mail } from "../mail/mail";
import { endTokens } from "../token/issue";
import { recordAccountEvent } from "./account-event";
import { checkNewPassword, passwordSchema } from "./check-new-password";
import { hashPassword } from "./password";
import { requirePassword } from "./require-password";

export const changePasswordInput = z.object({ current: passwordSchema, password: passwordSchema });

/** Sets a new password for somebody who knows the current one, and signs them out everywhere. */
export async function changePassword(args: {
  ctx: InstanceContext;
  input: z.infer<typeof changePasswordInput> & { userId: string };
  publicUrl: string;
}): Promise<{ mail: Mail }> {
  const { ctx, publicUrl } = args;
  const { current, password } = changePasswordInput.parse(args.input);
  const asked = { userId: args.input.userId, password: current, path: "/current" };
  const { id, email, name } = await requirePassword({ ctx, input: asked });
  checkNewPassword(password, { email, name });
  const passwordHash = await hashPassword(password);
  await withSystem(ctx.db, async (tx) => {
    await tx.user.update({ where: { id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
    await endTokens(tx, { kinds: ["password-reset", "change-email"], userId: id });
    await recordAccountEvent(tx, ctx, { id, email }, { action: "account.password_changed" });
  });
  return { mail: passwordChangedMail({ to: email, name, publicUrl }) };
}
