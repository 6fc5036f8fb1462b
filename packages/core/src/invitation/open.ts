import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { hashSecret, looksLikeSecret } from "../token/secret";

/** What of an invitation's row says that it waits to be accepted. */
export const stillOpen = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } });

/** The invitation behind a link, if it can be accepted; for signing up, who by is seen later. */
export async function findOpenInvitation(args: {
  ctx: InstanceContext;
  input: { secret: string };
  hashingKey: Buffer;
}): Promise<{ id: string; email: string | null } | null> {
  const { ctx, input, hashingKey } = args;
  if (!looksLikeSecret(input.secret)) return null;
  return await withSystem(ctx.db, (tx) =>
    tx.invitation.findFirst({
      where: {
        ...{ hash: hashSecret(hashingKey, input.secret), ...stillOpen(ctx.now()) },
        organization: { deletedAt: null },
        OR: [{ projectId: null }, { project: { deletedAt: null } }],
      },
      select: { id: true, email: true },
    }),
  );
}
