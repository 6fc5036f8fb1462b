import { type Scope, withSystemClient } from "@heddle/db";
import type { ApiKeyScope, InstanceContext } from "../context";
import { hashKey, looksLikeKey } from "./key";
import { toScopes } from "./view";

export interface AuthenticatedKey {
  keyId: string;
  name: string;
  scope: Scope;
  scopes: ApiKeyScope[];
}

/** Comparing keyed hashes inside an index tells nothing about the key by its time. */
const FIND = `
  select k.id as "keyId", k.name, k.scopes, p.id as "projectId", o.id as "organizationId"
  from api_key k
  join organization o on o.id = k.organization_id and o.deleted_at is null
  join project p on p.id = k.project_id and p.organization_id = o.id and p.deleted_at is null
  where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`;

/** The project and rights that a key stands for; null when it is unknown or revoked. */
export async function authenticateApiKey(args: {
  ctx: InstanceContext;
  input: { key: string };
  hashingKey: Buffer;
}): Promise<AuthenticatedKey | null> {
  if (!looksLikeKey(args.input.key)) return null;
  const hash = hashKey(args.hashingKey, args.input.key);
  return await withSystemClient(args.ctx.db, async (client) => {
    const { rows } = await client.query<Scope & { keyId: string; name: string; scopes: string[] }>(FIND, [
      hash,
    ]);
    const [found] = rows;
    if (!found) return null;
    const { keyId, name, scopes, organizationId, projectId } = found;
    return { keyId, name, scope: { organizationId, projectId }, scopes: toScopes(scopes) };
  });
}
