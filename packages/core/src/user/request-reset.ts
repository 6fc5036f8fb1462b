import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { resetMail } from "../mail/account-mails";
import type { Mail } from "../mail/mail";
import { recordAccountEvent } from "./account-event";
import { emailSchema } from "./email";
import { issueReset } from "./issue-reset";
import type { SecretLinks } from "./links";

const LIFE_MS = 60 * 60 * 1000;

export const requestResetInput = z.object({ email: emailSchema });

/**
 * The mail with which the person of this address sets a new password; null when there is no such person.
 * Whoever asked must not learn which of the two it was, nor from the time that it took.
 */
export async function requestReset(args: {
  ctx: InstanceContext;
  input: z.input<typeof requestResetInput>;
  links: SecretLinks;
}): Promise<Mail | null> {
  const { ctx, links } = args;
  const { email } = requestResetInput.parse(args.input);
  return await withSystem(ctx.db, async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, email: true, name: true },
    });
    if (!user) return null;
    const { link } = await issueReset(tx, ctx, { links, userId: user.id, lifeMs: LIFE_MS });
    await recordAccountEvent(tx, ctx, user, { action: "account.reset_requested" });
    return resetMail({ to: user.email, name: user.name, link, publicUrl: links.publicUrl });
  });
}
