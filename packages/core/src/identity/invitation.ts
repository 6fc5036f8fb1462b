import type { Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import { stillOpen } from "../invitation/open";
import { hashSecret } from "../token/secret";

const INVITATION_PATH = /^\/invite\/([A-Za-z0-9_-]+)$/;

/** The secret of the invitation that a person wants to go on to, if that is what they want. */
export function invitationSecretIn(callbackUrl: string): string | null {
  const base = "http://any";
  if (!URL.canParse(callbackUrl, base)) return null;
  return INVITATION_PATH.exec(new URL(callbackUrl, base).pathname)?.[1] ?? null;
}

/** Whether a link invites this person, and still does. */
export async function fitsInvitation(
  tx: Tx,
  ctx: Pick<InstanceContext, "now">,
  { secret, hashingKey, email }: { secret: string; hashingKey: Buffer; email: string },
): Promise<boolean> {
  const invitation = await tx.invitation.findFirst({
    where: {
      hash: hashSecret(hashingKey, secret),
      ...stillOpen(ctx.now()),
      organization: { deletedAt: null },
      OR: [{ projectId: null }, { project: { deletedAt: null } }],
      AND: { OR: [{ email: null }, { email }] },
    },
    select: { id: true },
  });
  return invitation !== null;
}
