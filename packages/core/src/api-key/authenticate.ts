import { withSystemClient } from "@heddle/db";
import type { ApiKeyScope, InstanceContext } from "../context";
import type { Tenant } from "../tenant";
import { hashKey, looksLikeKey } from "./key";
import { toScopes } from "./view";

export interface AuthenticatedKey extends Tenant {
  keyId: string;
  name: string;
  scopes: ApiKeyScope[];
  expiresAt: Date | null;
  /** Slug of the key's project; null for a key of the organisation. */
  project: string | null;
}

/** Comparing keyed hashes inside an index tells nothing about the key by its time. */
const FIND = `
  select k.id as "keyId", k.name, k.scopes, k.expires_at as "expiresAt", k.project_id as "projectId",
    p.slug as project, k.organization_id as "organizationId"
  from api_key k
  join organization o on o.id = k.organization_id and o.deleted_at is null
  left join project p on p.id = k.project_id and p.organization_id = o.id and p.deleted_at is null
  where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)
    and (k.project_id is null or p.id is not null)`;

/** What a key stands for; null when it is unknown, revoked or expired, or what it belongs to is closed. */
export async function authenticateApiKey(args: {
  ctx: InstanceContext;
  input: { key: string };
  hashingKey: Buffer;
}): Promise<AuthenticatedKey | null> {
  if (!looksLikeKey(args.input.key)) return null;
  const values = [hashKey(args.hashingKey, args.input.key), args.ctx.now()];
  return await withSystemClient(args.ctx.db, async (client) => {
    const { rows } = await client.query<AuthenticatedKey & { scopes: string[] }>(FIND, values);
    const [found] = rows;
    return found ? { ...found, scopes: toScopes(found.scopes) } : null;
  });
}
