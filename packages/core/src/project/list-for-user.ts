import { withSystem } from "@heddle/db";
import type { InstanceContext, Role } from "../context";
import { higherRole } from "./role";

export interface ProjectView {
  id: string;
  slug: string;
  name: string;
  organization: { slug: string; name: string };
  /** What the user may do in the project. */
  role: Role;
  /** Null for guests, for whom the organisation has no pages. */
  organizationRole: Role | null;
}

/** Every project that the user may see, by the names of organisation and project. */
export async function listProjectsForUser(args: {
  ctx: InstanceContext;
  input: { userId: string };
}): Promise<ProjectView[]> {
  const { userId } = args.input;
  const found = await withSystem(args.ctx.db, async (tx) => {
    // Asked one after the other: in one question, every project of the instance would be looked at.
    const memberships = await tx.membership.findMany({ where: { userId } });
    const grants = await tx.projectGrant.findMany({ where: { userId } });
    const projects = await tx.project.findMany({
      where: {
        deletedAt: null,
        organization: { deletedAt: null },
        OR: [
          { organizationId: { in: memberships.map(({ organizationId }) => organizationId) } },
          { id: { in: grants.map(({ projectId }) => projectId) } },
        ],
      },
      orderBy: [{ organization: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
      select: {
        id: true,
        slug: true,
        name: true,
        organizationId: true,
        organization: { select: { slug: true, name: true } },
      },
    });
    return { memberships, grants, projects };
  });
  const inOrganization = new Map(found.memberships.map((one) => [one.organizationId, one.role]));
  const inProject = new Map(found.grants.map((one) => [one.projectId, one.role]));
  return found.projects.flatMap(({ organizationId, ...project }) => {
    const organizationRole = inOrganization.get(organizationId) ?? null;
    const role = higherRole(organizationRole, inProject.get(project.id));
    return role ? [{ ...project, role, organizationRole }] : [];
  });
}
