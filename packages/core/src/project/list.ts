import type { Project } from "@heddle/contract";
import { authorise } from "../context";
import { type TenantContext, tenantOf, withTenant } from "../tenant";

/** The project that is asked about, or all of the organisation, by name. */
export async function listProjects(args: { ctx: TenantContext }): Promise<Project[]> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { organizationId, projectId } = tenantOf(ctx);
  const rows = await withTenant(ctx, (tx) =>
    tx.project.findMany({
      where: { organizationId, deletedAt: null, ...(projectId === null ? {} : { id: projectId }) },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, slug: true, name: true, description: true, retentionDays: true, createdAt: true },
    }),
  );
  return rows.map(({ createdAt, ...project }) => ({ ...project, createdAt: createdAt.toISOString() }));
}
