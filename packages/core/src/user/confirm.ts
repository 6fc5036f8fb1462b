import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { emailChangedMail } from "../mail/account-mails";
import type { Mail } from "../mail/mail";
import { useToken } from "../token/use";
import { insertUser } from "./create";
import type { SecretLinks } from "./links";
import { replaceEmail } from "./replace-email";
import { signUpRefused } from "./sign-up";

export const confirmInput = z.object({ token: z.string().max(100) });

const signUpData = z.object({ email: z.string(), name: z.string(), passwordHash: z.string() });
const changeData = z.object({ email: z.string() });

/** Finishes a sign-up or a change of address with the secret that was mailed to the address. */
export async function confirm(args: {
  ctx: InstanceContext;
  input: z.infer<typeof confirmInput>;
  links: SecretLinks;
  /** Whether anybody may make an account now: it may have been closed since the mail was sent. */
  open: boolean;
}): Promise<{ email: string; kind: "sign-up" | "change-email"; mail: Mail | null }> {
  const { ctx, links } = args;
  const { hashingKey, publicUrl } = links;
  const { token: secret } = confirmInput.parse(args.input);
  return await withSystem(ctx.db, async (tx) => {
    const given = { ctx, hashingKey, kinds: ["sign-up", "change-email"], secret } as const;
    const { userId, data } = await useToken(tx, given);
    if (userId === null) {
      if (!args.open) throw signUpRefused("closed");
      const person = signUpData.parse(data);
      await insertUser(tx, ctx, person);
      return { email: person.email, kind: "sign-up", mail: null };
    }
    const { email } = changeData.parse(data);
    const { from, name } = await replaceEmail(tx, ctx, { userId, email });
    return {
      email,
      kind: "change-email",
      mail: emailChangedMail({ to: from, name, publicUrl, next: email }),
    };
  });
}
