import { createApiKey, type TenantContext } from "@heddle/core";
import { withSystem } from "@heddle/db";
import type { World } from "../world";
import { type KeyHolder, keyHolders } from "./key-holders";
import type { MarkedTenant } from "./tenant";

type Tenants = Record<"home" | "foreign" | "projectDeleted" | "organizationDeleted", MarkedTenant>;

const NOT_KEYS = { missing: null, malformed: "' or 1=1 --", unknown: `hdl_${"A".repeat(43)}` } as const;

/** Makes the key of each holder. Null for who has none. */
export async function createKeys(world: World, tenants: Tenants): Promise<Map<string, string | null>> {
  const { db, keys } = world.services;
  const made = new Map<string, string | null>();
  const base = { db, now: () => new Date(), actor: { type: "system", job: "test" } as const };

  async function keyOf({ of, dead, scopes }: KeyHolder): Promise<string | null> {
    if (dead === "missing" || dead === "malformed" || dead === "unknown") return NOT_KEYS[dead];
    const { scope, other } = tenantOf(tenants, { of, dead });
    const { organizationId } = scope;
    const ctx: TenantContext = {
      ...base,
      ...(of === "organization"
        ? { organizationId }
        : { scope: of === "other" ? { organizationId, projectId: other } : scope }),
    };
    const input = { name: `${of} ${scopes.join(" ")}`, scopes: [...scopes] };
    const { id, key } = await createApiKey({ ctx, input, hashingKey: keys.apiKey });
    const ended = new Date(Date.now() - 1000);
    const data = dead === "revoked" ? { revokedAt: ended } : dead === "expired" ? { expiresAt: ended } : null;
    if (data) await withSystem(db, (tx) => tx.apiKey.update({ where: { id }, data }));
    return key;
  }

  for (const [name, holder] of keyHolders) made.set(name, await keyOf(holder));
  const deletedAt = new Date();
  await withSystem(db, async (tx) => {
    const { projectId } = tenants.projectDeleted.scope;
    await tx.project.update({ where: { id: projectId }, data: { deletedAt } });
    const { organizationId } = tenants.organizationDeleted.scope;
    await tx.organization.update({ where: { id: organizationId }, data: { deletedAt } });
  });
  return made;
}

function tenantOf(tenants: Tenants, { of, dead }: Pick<KeyHolder, "of" | "dead">): MarkedTenant {
  if (dead === "project deleted") return tenants.projectDeleted;
  if (dead === "organization deleted") return tenants.organizationDeleted;
  return of === "foreign" ? tenants.foreign : tenants.home;
}
