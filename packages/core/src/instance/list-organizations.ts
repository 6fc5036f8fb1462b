import { withSystem } from "@heddle/db";
import type { OperatorContext } from "./operator";

export interface InstanceOrganization {
  slug: string;
  name: string;
  /** Their addresses. */
  owners: string[];
  people: number;
  projects: number;
  createdAt: string;
  deletedAt: string | null;
}

/** Every organisation of the instance by address, deleted ones that can still be restored among them. */
export async function listOrganizations({ ctx }: { ctx: OperatorContext }): Promise<InstanceOrganization[]> {
  const found = await withSystem(ctx.db, (tx) =>
    tx.organization.findMany({
      orderBy: { slug: "asc" },
      select: {
        slug: true,
        name: true,
        createdAt: true,
        deletedAt: true,
        memberships: {
          where: { role: "owner" },
          select: { user: { select: { email: true } } },
          orderBy: { user: { email: "asc" } },
        },
        _count: { select: { memberships: true, projects: { where: { deletedAt: null } } } },
      },
    }),
  );
  return found.map(({ slug, name, memberships, _count: count, createdAt, deletedAt }) => ({
    slug,
    name,
    owners: memberships.map(({ user }) => user.email),
    people: count.memberships,
    projects: count.projects,
    createdAt: createdAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  }));
}
