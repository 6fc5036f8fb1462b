import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { alreadyHereMail, changeEmailMail, emailWillChangeMail } from "../mail/account-mails";
import type { Mail } from "../mail/mail";
import { issueToken } from "../token/issue";
import type { SecretLinks } from "./links";

const LIFE_MS = 24 * 60 * 60 * 1000;

/** The mails that ask the new address to confirm and warn the old one. Nothing changes yet. */
export async function requestEmailChange(args: {
  ctx: InstanceContext;
  input: { userId: string; email: string };
  links: SecretLinks;
}): Promise<Mail[]> {
  const { ctx, links } = args;
  const { userId, email } = args.input;
  const { publicUrl, hashingKey } = links;
  return await withSystem(ctx.db, async (tx) => {
    const taken = await tx.user.findUnique({ where: { email } });
    if (taken) return [alreadyHereMail({ to: taken.email, name: taken.name, publicUrl })];
    const { email: from, name } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    const token = { kind: "change-email" as const, userId, data: { email }, lifeMs: LIFE_MS };
    const { secret } = await issueToken(tx, { ctx, hashingKey }, token);
    return [
      changeEmailMail({ to: email, publicUrl, link: `${publicUrl}/confirm/${secret}` }),
      emailWillChangeMail({ to: from, name, publicUrl, next: email }),
    ];
  });
}
