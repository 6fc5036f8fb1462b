import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { LIMITS } from "../throttle/limits";
import { requireAttempt } from "../throttle/take-attempt";
import { passwordSchema } from "./check-new-password";
import { emailSchema } from "./email";
import { replaceEmail } from "./replace-email";
import { requirePassword } from "./require-password";

export const changeEmailInput = z.object({ email: emailSchema, password: passwordSchema });

/**
 * Changes the address of somebody who knows their password. Where mail can be sent, the new address has to
 * be confirmed first: then this only says that it may be asked (`requestEmailChange`).
 */
export async function changeEmail(args: {
  ctx: InstanceContext;
  input: z.input<typeof changeEmailInput> & { userId: string };
  mailed: boolean;
}): Promise<{ sent: boolean; email: string }> {
  const { ctx, mailed } = args;
  const { userId } = args.input;
  const { email, password } = changeEmailInput.parse(args.input);
  await requireAttempt({ ctx, input: { limit: LIMITS.changeEmailPerUser, name: userId } });
  const user = await requirePassword({ ctx, input: { userId, password, path: "/password" } });
  if (email === user.email) {
    throw new DomainError("invalid", "This is your address already.", {
      path: "/email",
      fix: "Give another one.",
    });
  }
  if (!mailed) await withSystem(ctx.db, (tx) => replaceEmail(tx, ctx, { userId, email }));
  return { sent: mailed, email };
}
