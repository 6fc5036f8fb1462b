import type { ApiKey } from "@heddle/contract";
import { authorise } from "../context";
import { type TenantContext, tenantOf, withTenant } from "../tenant";
import { activeAt } from "./limit";
import { apiKeyView, KEY_COLUMNS } from "./view";

/** Older ones are in the audit log. */
const MAX_ENDED = 100;

/**
 * The keys of the project, or those of the organisation itself: all that are active, newest first, then the
 * hundred newest of those that were revoked or have expired.
 */
export async function listApiKeys(args: { ctx: TenantContext }): Promise<ApiKey[]> {
  const { ctx } = args;
  // A project's people see what its keys are called; the organisation's are its admins' business.
  authorise(ctx, "scope" in ctx && ctx.actor.type === "user" ? "read" : "manage");
  const now = ctx.now();
  const tenant = tenantOf(ctx);
  const rest = { orderBy: { id: "desc" }, select: KEY_COLUMNS } as const;
  const rows = await withTenant(ctx, async (tx) => {
    const active = await tx.apiKey.findMany({ where: { ...tenant, ...activeAt(now) }, ...rest });
    const ended = { OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: now } }] };
    return [
      ...active,
      ...(await tx.apiKey.findMany({ where: { ...tenant, ...ended }, take: MAX_ENDED, ...rest })),
    ];
  });
  return rows.map(apiKeyView);
}
