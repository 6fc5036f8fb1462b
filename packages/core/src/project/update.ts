import { withScope } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type Context } from "../context";
import { isUniqueViolation } from "../error/is-unique-violation";
import { slugTaken, slugText } from "../slug/slug";
import { difference } from "./difference";
import { projectDescription, projectName, retentionDays } from "./fields";

export const updateProjectInput = z.object({
  name: projectName.optional(),
  slug: slugText("project").optional(),
  description: projectDescription.optional(),
  retentionDays: retentionDays.optional(),
});

/** Changes what is set for a project. Links with an old address lead nowhere afterwards. */
export async function updateProject(args: {
  ctx: Context;
  input: z.infer<typeof updateProjectInput>;
}): Promise<{ slug: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const wanted = updateProjectInput.parse(args.input);
  const { projectId: id } = ctx.scope;
  const select = { slug: true, name: true, description: true, retentionDays: true };
  return await withScope(ctx.db, ctx.scope, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const before = await tx.project.findUniqueOrThrow({ where: { id }, select });
    const changed = difference(before, wanted);
    if (!changed) return { slug: before.slug };
    const data = { ...changed.to };
    const after = await tx.project.update({ where: { id }, data, select }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? slugTaken(wanted.slug ?? before.slug) : error;
    });
    const action = Object.keys(changed.to).join() === "name" ? "project.renamed" : "project.changed";
    await recordAudit(tx, ctx, { action, target: after.name, targetId: id, detail: changed });
    return { slug: after.slug };
  });
}
