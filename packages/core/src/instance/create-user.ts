import { withSystem } from "@heddle/db";
import { z } from "zod";
import { checkNewPassword, passwordSchema } from "../user/check-new-password";
import { insertUser, nameSchema } from "../user/create";
import { emailSchema } from "../user/email";
import type { SecretLinks } from "../user/links";
import { hashPassword } from "../user/password";
import { requireOrganization } from "./find-place";
import { handOutLink, type ResetLink } from "./hand-out-link";
import type { OperatorContext } from "./operator";
import { putMember, roleInput } from "./set-member";

const inputSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  membership: z.object({ org: z.string(), role: roleInput }).nullable(),
});

/** How a person gets in: with a password that is set now, or with a link under which they set one. */
export type WayIn = { password: string } | { links: SecretLinks };

/** Makes an account for somebody, whoever may make one by themselves, and a member of an organisation if asked. */
export async function createUserFor(args: {
  ctx: OperatorContext;
  input: z.input<typeof inputSchema>;
  wayIn: WayIn;
}): Promise<{ id: string; email: string; name: string; link: ResetLink | null }> {
  const { ctx, wayIn } = args;
  const { email, name, membership } = inputSchema.parse(args.input);
  const passwordHash = "password" in wayIn ? await hashFor(wayIn.password, { email, name }) : null;
  return await withSystem(ctx.db, async (tx) => {
    const place = membership && (await requireOrganization(tx, membership.org));
    const { id } = await insertUser(tx, ctx, { email, name, passwordHash });
    const user = { id, email };
    if (place) await putMember(tx, ctx, { ...place, user, role: membership.role });
    const link = "links" in wayIn ? await handOutLink(tx, ctx, { links: wayIn.links, user }) : null;
    return { id, email, name, link };
  });
}

/** The hash of a new password that is good enough for its owner. */
export async function hashFor(password: string, owner: { email: string; name: string }): Promise<string> {
  const text = passwordSchema.parse(password);
  checkNewPassword(text, owner);
  return await hashPassword(text);
}
