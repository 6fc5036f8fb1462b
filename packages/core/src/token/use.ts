import type { Prisma, Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { lockUser } from "../user/lock";
import type { TokenKind } from "./kind";
import { hashSecret, looksLikeSecret } from "./secret";

interface Given {
  ctx: Pick<InstanceContext, "now">;
  hashingKey: Buffer;
  kinds: readonly TokenKind[];
  secret: string;
}

interface Token {
  id: string;
  kind: TokenKind;
  userId: string | null;
  data: Prisma.JsonValue;
}

/** The token behind a secret, if it still works; looking does not use it up. */
export async function findToken(tx: Tx, { ctx, hashingKey, kinds, secret }: Given): Promise<Token | null> {
  if (!looksLikeSecret(secret)) return null;
  const found = await tx.userToken.findUnique({ where: { hash: hashSecret(hashingKey, secret) } });
  const kind = kinds.find((one) => one === found?.kind);
  if (!found || !kind || found.usedAt !== null || found.expiresAt <= ctx.now()) return null;
  return { id: found.id, kind, userId: found.userId, data: found.data };
}

/** Uses a secret up. Of two who try at the same moment one gets it; the transaction that fails gives it back. */
export async function useToken(tx: Tx, given: Given): Promise<Token> {
  const token = await findToken(tx, given);
  if (!token) throw linkIsOver();
  if (token.userId !== null) await lockUser(tx, token.userId);
  const used = await tx.userToken.updateMany({
    where: { id: token.id, usedAt: null },
    data: { usedAt: given.ctx.now(), data: {} },
  });
  if (used.count === 0) throw linkIsOver();
  return token;
}

/** The same words for a link that never was, is used up, or is too old. */
export function linkIsOver(): DomainError {
  return new DomainError("not_found", "This link no longer works.", {
    path: "/token",
    fix: "It was already used, has expired, or was replaced by a newer one. Ask for another one.",
  });
}
