import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";

/** Projects whose runs expire: all of them where the instance says how long it keeps any. */
export async function findRetainedProjects({
  ctx,
  input,
}: {
  ctx: Pick<InstanceContext, "db">;
  input: { instanceDays: number | null };
}): Promise<{ projectId: string }[]> {
  const found = await withSystem(ctx.db, (tx) =>
    tx.project.findMany({
      where: {
        ...(input.instanceDays === null && { retentionDays: { not: null } }),
        deletedAt: null,
        organization: { deletedAt: null },
      },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  );
  return found.map(({ id }) => ({ projectId: id }));
}
