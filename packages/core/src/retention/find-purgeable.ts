import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { purgeBefore } from "./purge-before";

/** Projects that nobody can restore any more, by themselves or because their organisation is gone. */
export async function findPurgeableProjects({
  ctx,
}: {
  ctx: InstanceContext;
}): Promise<{ projectId: string }[]> {
  const deletedAt = { lt: purgeBefore(ctx.now()) };
  const found = await withSystem(ctx.db, (tx) =>
    tx.project.findMany({
      where: { OR: [{ deletedAt }, { organization: { deletedAt } }] },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  );
  return found.map(({ id }) => ({ projectId: id }));
}
