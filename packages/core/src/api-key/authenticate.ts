import { type Scope, withSystem } from "@heddle/db";
import type { ApiKeyScope, InstanceContext } from "../context";
import { hashKey, looksLikeKey } from "./key";
import { toScopes } from "./view";

export interface AuthenticatedKey {
  keyId: string;
  scope: Scope;
  scopes: ApiKeyScope[];
  lastUsedAt: Date | null;
}

/** The project and rights that a key stands for; null when it is unknown or revoked. */
export async function authenticateApiKey(args: {
  ctx: InstanceContext;
  input: { key: string };
  hashingKey: Buffer;
}): Promise<AuthenticatedKey | null> {
  if (!looksLikeKey(args.input.key)) return null;
  const hash = new Uint8Array(hashKey(args.hashingKey, args.input.key));
  return withSystem(args.ctx.db, async (tx) => {
    const key = await tx.apiKey.findFirst({ where: { hash, revokedAt: null } });
    if (!key) return null;
    const project = await tx.project.findUniqueOrThrow({
      where: { id: key.projectId },
      select: { organizationId: true },
    });
    return {
      keyId: key.id,
      scope: { organizationId: project.organizationId, projectId: key.projectId },
      scopes: toScopes(key.scopes),
      lastUsedAt: key.lastUsedAt,
    };
  });
}
