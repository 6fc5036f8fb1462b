import { withScope } from "@heddle/db";
import { authorise, type Context } from "../context";

export interface ProjectDetail {
  slug: string;
  name: string;
  description: string;
  retentionDays: number | null;
  createdAt: string;
}

/** What is set for a project. */
export async function getProject({ ctx }: { ctx: Context }): Promise<ProjectDetail> {
  authorise(ctx, "read");
  const select = { slug: true, name: true, description: true, retentionDays: true, createdAt: true };
  const where = { id: ctx.scope.projectId };
  const found = await withScope(ctx.db, ctx.scope, (tx) => tx.project.findUniqueOrThrow({ where, select }));
  return { ...found, createdAt: found.createdAt.toISOString() };
}
