import type { Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import { issueToken } from "../token/issue";
import type { SecretLinks } from "./links";

/** Makes the link with which a person sets a new password once; it ends the ones before. */
export async function issueReset(
  tx: Tx,
  ctx: Pick<InstanceContext, "now">,
  { links, userId, lifeMs, madeBy }: { links: SecretLinks; userId: string; lifeMs: number; madeBy?: string },
): Promise<{ link: string; expiresAt: Date }> {
  const data = madeBy === undefined ? {} : { madeBy };
  const token = { kind: "password-reset" as const, userId, lifeMs, data };
  const { secret, expiresAt } = await issueToken(tx, { ctx, hashingKey: links.hashingKey }, token);
  return { link: `${links.publicUrl}/reset/${secret}`, expiresAt };
}
