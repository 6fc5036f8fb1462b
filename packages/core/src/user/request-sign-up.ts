import { withSystem } from "@heddle/db";
import type { z } from "zod";
import type { InstanceContext } from "../context";
import { alreadyHereMail, signUpMail } from "../mail/account-mails";
import type { Mail } from "../mail/mail";
import { issueToken } from "../token/issue";
import { checkNewPassword } from "./check-new-password";
import { createUserInput } from "./create";
import type { SecretLinks } from "./links";
import { hashPassword } from "./password";

const LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * The mail with which somebody confirms that an address is theirs; until then there is no account. Who has
 * one is told so, by mail too, so that whoever asked learns nothing.
 */
export async function requestSignUp(args: {
  ctx: InstanceContext;
  input: z.input<typeof createUserInput>;
  links: SecretLinks;
}): Promise<Mail> {
  const { ctx } = args;
  const { publicUrl, hashingKey } = args.links;
  const { email, name, password } = createUserInput.parse(args.input);
  checkNewPassword(password, { email, name });
  const passwordHash = await hashPassword(password);
  return await withSystem(ctx.db, async (tx) => {
    const here = await tx.user.findUnique({ where: { email } });
    if (here) return alreadyHereMail({ to: here.email, name: here.name, publicUrl });
    const data = { email, name, passwordHash };
    const token = { kind: "sign-up" as const, userId: null, data, lifeMs: LIFE_MS };
    const { secret } = await issueToken(tx, { ctx, hashingKey }, token);
    return signUpMail({ to: email, publicUrl, link: `${publicUrl}/confirm/${secret}` });
  });
}
