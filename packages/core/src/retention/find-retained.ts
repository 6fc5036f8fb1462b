import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";

/** Projects whose runs expire. */
export async function findRetainedProjects({
  ctx,
}: {
  ctx: Pick<InstanceContext, "db">;
}): Promise<{ projectId: string }[]> {
  const found = await withSystem(ctx.db, (tx) =>
    tx.project.findMany({
      where: { retentionDays: { not: null }, deletedAt: null, organization: { deletedAt: null } },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  );
  return found.map(({ id }) => ({ projectId: id }));
}
