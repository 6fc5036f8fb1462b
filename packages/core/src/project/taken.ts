import type { Tx } from "@heddle/db";
import { DomainError } from "../error/domain-error";
import { restorableUntil } from "../organization/deletion";
import { slugTaken } from "../slug/slug";

/** Why an address cannot be had in an organisation: another project has it, or a deleted one still does. */
export async function explainTaken(tx: Tx, organizationId: string, slug: string): Promise<DomainError> {
  const holder = await tx.project.findUnique({
    where: { organizationId_slug: { organizationId, slug } },
    select: { deletedAt: true },
  });
  if (!holder?.deletedAt) return slugTaken(slug);
  const until = restorableUntil(holder.deletedAt).toISOString().slice(0, 10);
  return new DomainError("conflict", `The address ${slug} belongs to a project that was deleted.`, {
    path: "/slug",
    fix: `Restore that one, choose another address, or wait until it is gone for good, after ${until}.`,
  });
}
