import { type Scope, withSystemClient } from "@heddle/db";
import type { ApiKeyScope, InstanceContext } from "../context";
import { hashKey, looksLikeKey } from "./key";
import { toScopes } from "./view";

export interface AuthenticatedKey {
  keyId: string;
  scope: Scope;
  scopes: ApiKeyScope[];
}

/** Comparing keyed hashes inside an index tells nothing about the key by its time. */
const FIND = `
  select k.id as "keyId", k.scopes, k.project_id as "projectId", p.organization_id as "organizationId"
  from api_key k join project p on p.id = k.project_id
  where k.hash = $1 and k.revoked_at is null`;

/** The project and rights that a key stands for; null when it is unknown or revoked. */
export async function authenticateApiKey(args: {
  ctx: InstanceContext;
  input: { key: string };
  hashingKey: Buffer;
}): Promise<AuthenticatedKey | null> {
  if (!looksLikeKey(args.input.key)) return null;
  const hash = hashKey(args.hashingKey, args.input.key);
  return await withSystemClient(args.ctx.db, async (client) => {
    const { rows } = await client.query<Scope & { keyId: string; scopes: string[] }>(FIND, [hash]);
    const [found] = rows;
    if (!found) return null;
    const { keyId, scopes, organizationId, projectId } = found;
    return { keyId, scope: { organizationId, projectId }, scopes: toScopes(scopes) };
  });
}
