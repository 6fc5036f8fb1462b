import { createUuidV7 } from "@heddle/contract";
import type { Prisma, Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import { lockUser } from "../user/lock";
import type { TokenKind } from "./kind";
import { hashSecret, makeSecret } from "./secret";

interface NewToken {
  kind: TokenKind;
  /** Null while there is no account yet. */
  userId: string | null;
  data?: Prisma.InputJsonObject;
  lifeMs: number;
}

/** Makes a secret that works once. Older ones of the same kind and person stop working. */
export async function issueToken(
  tx: Tx,
  { ctx, hashingKey }: { ctx: Pick<InstanceContext, "now">; hashingKey: Buffer },
  { kind, userId, data, lifeMs }: NewToken,
): Promise<{ secret: string; expiresAt: Date }> {
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + lifeMs);
  const secret = makeSecret();
  if (userId !== null) await endTokens(tx, { kinds: [kind], userId });
  await tx.userToken.create({
    data: {
      id: createUuidV7(now.getTime()),
      kind,
      userId,
      hash: hashSecret(hashingKey, secret),
      data: data ?? {},
      createdAt: now,
      expiresAt,
    },
  });
  return { secret, expiresAt };
}

/** Makes secrets of a person worthless that were handed out before. */
export async function endTokens(
  tx: Tx,
  { kinds, userId }: { kinds: TokenKind[]; userId: string },
): Promise<void> {
  await lockUser(tx, userId);
  await tx.userToken.deleteMany({ where: { userId, kind: { in: kinds } } });
}
