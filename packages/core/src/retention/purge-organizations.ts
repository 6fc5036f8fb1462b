import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { purgeBefore } from "./purge-before";

/** Deletes organisations that can no longer be restored and whose projects are gone. Returns how many. */
export async function purgeOrganizations({ ctx }: { ctx: InstanceContext }): Promise<number> {
  const deletedAt = { lt: purgeBefore(ctx.now()) };
  const { count } = await withSystem(ctx.db, (tx) =>
    tx.organization.deleteMany({ where: { deletedAt, projects: { none: {} } } }),
  );
  return count;
}
