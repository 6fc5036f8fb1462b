import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { findToken } from "../token/use";

export type LinkKind = "password-reset" | "sign-up" | "change-email";

export interface LinkView {
  kind: LinkKind;
  /** The address that is reset or confirmed. */
  email: string;
  name: string;
}

const person = z.object({ email: z.string(), name: z.string() });
const change = z.object({ email: z.string() });

/** What a link with a secret would do, without doing it: programs that look into mails open links, too. */
export async function readLink(args: {
  ctx: InstanceContext;
  input: { token: string; kinds: readonly LinkKind[] };
  hashingKey: Buffer;
}): Promise<LinkView | null> {
  const { ctx, hashingKey } = args;
  const { token: secret, kinds } = args.input;
  return await withSystem(ctx.db, async (tx) => {
    const token = await findToken(tx, { ctx, hashingKey, kinds, secret });
    const kind = kinds.find((one) => one === token?.kind);
    if (!token || !kind) return null;
    if (kind === "sign-up") return { kind, ...person.parse(token.data) };
    const user = token.userId ? await tx.user.findUnique({ where: { id: token.userId } }) : null;
    if (!user) return null;
    const { email } = kind === "change-email" ? change.parse(token.data) : user;
    return { kind, email, name: user.name };
  });
}
