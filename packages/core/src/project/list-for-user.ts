import { withSystem } from "@heddle/db";
import type { InstanceContext, Role } from "../context";
import { higherRole } from "./role";

export interface ProjectView {
  id: string;
  slug: string;
  name: string;
  description: string;
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
  const mine = { where: { userId }, select: { role: true } };
  const projects = await withSystem(args.ctx.db, (tx) =>
    tx.project.findMany({
      where: {
        deletedAt: null,
        organization: { deletedAt: null },
        OR: [{ organization: { memberships: { some: { userId } } } }, { grants: { some: { userId } } }],
      },
      orderBy: [{ organization: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
      select: {
        id: true,
        slug: true,
        name: true,
        description: true,
        grants: mine,
        organization: { select: { slug: true, name: true, memberships: mine } },
      },
    }),
  );
  return projects.flatMap(({ grants, organization: { memberships, slug, name }, ...project }) => {
    const organizationRole = memberships[0]?.role ?? null;
    const role = higherRole(organizationRole, grants[0]?.role);
    return role ? [{ ...project, organization: { slug, name }, role, organizationRole }] : [];
  });
}
