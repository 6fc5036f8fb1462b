import type { Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import type { HandingOut } from "../member/require-reach";
import { issueToken } from "../token/issue";
import type { SecretLinks } from "./links";

interface NewReset {
  links: SecretLinks;
  userId: string;
  lifeMs: number;
  /** Of a link that somebody else made: kept, because whether they may is asked again when it is used. */
  handingOut?: HandingOut;
}

/** Makes the link with which a person sets a new password once; it ends the ones before. */
export async function issueReset(
  tx: Tx,
  ctx: Pick<InstanceContext, "now">,
  { links, userId, lifeMs, handingOut }: NewReset,
): Promise<{ link: string; expiresAt: Date }> {
  const data = handingOut ? { handingOut: { ...handingOut, maker: { ...handingOut.maker } } } : {};
  const token = { kind: "password-reset" as const, userId, lifeMs, data };
  const { secret, expiresAt } = await issueToken(tx, { ctx, hashingKey: links.hashingKey }, token);
  return { link: `${links.publicUrl}/reset/${secret}`, expiresAt };
}
