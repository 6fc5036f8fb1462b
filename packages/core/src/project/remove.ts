import { withScope } from "@heddle/db";
import { recordAudit } from "../audit/record";
import { authorise, type Context } from "../context";
import { DomainError } from "../error/domain-error";
import { restorableUntil } from "../organization/deletion";

/** Closes a project: pages, keys and alerts at once, the data after some days, in which it can be restored. */
export async function removeProject({ ctx }: { ctx: Context }): Promise<{
  id: string;
  name: string;
  restorableUntil: string;
}> {
  authorise(ctx, "manage");
  const { projectId: id } = ctx.scope;
  const now = ctx.now();
  return await withScope(ctx.db, ctx.scope, async (tx) => {
    const [project] = await tx.project.updateManyAndReturn({
      where: { id, deletedAt: null },
      data: { deletedAt: now },
      select: { name: true },
    });
    if (!project) {
      throw new DomainError("not_found", "The project is already deleted.", {
        fix: "There is nothing left to do.",
      });
    }
    const { name } = project;
    await recordAudit(tx, ctx, { action: "project.deleted", target: name, targetId: id });
    return { id, name, restorableUntil: restorableUntil(now).toISOString() };
  });
}
