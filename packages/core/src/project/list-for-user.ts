import { withSystem } from "@heddle/db";
import type { InstanceContext, Role } from "../context";

export interface ProjectView {
  id: string;
  slug: string;
  name: string;
  organization: { slug: string; name: string };
  role: Role;
}

/** Every project of every organisation that the user belongs to, by organisation, then name. */
export async function listProjectsForUser(args: {
  ctx: InstanceContext;
  input: { userId: string };
}): Promise<ProjectView[]> {
  const memberships = await withSystem(args.ctx.db, (tx) =>
    tx.membership.findMany({
      where: { userId: args.input.userId },
      orderBy: { organization: { name: "asc" } },
      select: {
        role: true,
        organization: {
          select: {
            slug: true,
            name: true,
            projects: { orderBy: { name: "asc" }, select: { id: true, slug: true, name: true } },
          },
        },
      },
    }),
  );
  return memberships.flatMap(({ role, organization: { projects, slug, name } }) =>
    projects.map((project) => ({ ...project, organization: { slug, name }, role })),
  );
}
