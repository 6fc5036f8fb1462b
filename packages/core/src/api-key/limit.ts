import type { Tx } from "@heddle/db";
import { DomainError } from "../error/domain-error";
import type { Tenant } from "../tenant";

/** More than anyone needs, and few enough to list them all. */
const MAX_ACTIVE = 200;
/** Any constant that nothing else uses as the first half of an advisory lock. */
const LOCK = 731_024;

/** Keys that open something at `now`. */
export function activeAt(now: Date) {
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
}

/** Refuses one key too many. Those who make keys at the same time wait for each other. */
export async function checkLimit(tx: Tx, { organizationId, projectId }: Tenant, now: Date): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, hashtext(${projectId ?? organizationId}))`;
  const active = await tx.apiKey.count({ where: { organizationId, projectId, ...activeAt(now) } });
  if (active < MAX_ACTIVE) return;
  throw new DomainError("conflict", `There are ${MAX_ACTIVE} active keys already.`, {
    fix: "Revoke keys that are not used any more.",
  });
}
