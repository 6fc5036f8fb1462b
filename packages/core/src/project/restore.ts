import { withOrganization } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { DomainError } from "../error/domain-error";
import { restorableUntil } from "../organization/deletion";

export const restoreProjectInput = z.object({ id: z.uuid() });

/** Opens a deleted project again, as it was. */
export async function restoreProject(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof restoreProjectInput>;
}): Promise<{ slug: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { id } = restoreProjectInput.parse(args.input);
  const { organizationId } = ctx;
  return await withOrganization(ctx.db, organizationId, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const found = await tx.project.findFirst({ where: { id, organizationId } });
    if (!found || (found.deletedAt && restorableUntil(found.deletedAt) <= ctx.now())) {
      throw new DomainError("not_found", "There is no such project in this organisation to restore.", {
        path: "/id",
        fix: "Look at the list of deleted projects: they can be restored for 7 days.",
      });
    }
    const { slug, name } = found;
    if (!found.deletedAt) return { slug };
    await tx.project.update({ where: { id }, data: { deletedAt: null } });
    const change = { action: "project.restored", target: name, targetId: id, projectId: id } as const;
    await recordAudit(tx, ctx, change);
    return { slug };
  });
}
