import { withSystem } from "@heddle/db";
import type { InstanceContext, Role } from "../context";
import { restorableUntil } from "./deletion";

export interface OrganizationSummary {
  slug: string;
  name: string;
  /** Null for guests, for whom the organisation itself has no pages. */
  role: Role | null;
  /** Those that the user sees. */
  projects: number;
  /** Members; 0 for guests, who are not told. */
  people: number;
  deletedAt: string | null;
  /** Deleted, and the user is an owner who can bring it back. */
  mayRestore: boolean;
}

/** Every organisation that the user belongs to or is a guest of, by name; deleted ones for their owners. */
export async function listOrganizationsForUser(args: {
  ctx: InstanceContext;
  input: { userId: string };
}): Promise<OrganizationSummary[]> {
  const { userId } = args.input;
  const now = args.ctx.now();
  const granted = { deletedAt: null, grants: { some: { userId } } };
  const found = await withSystem(args.ctx.db, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: { userId, OR: [{ role: "owner" }, { organization: { deletedAt: null } }] },
      select: {
        role: true,
        organization: {
          select: {
            slug: true,
            name: true,
            deletedAt: true,
            _count: { select: { memberships: true, projects: { where: { deletedAt: null } } } },
          },
        },
      },
    });
    const visited = await tx.organization.findMany({
      where: { deletedAt: null, memberships: { none: { userId } }, projects: { some: granted } },
      select: { slug: true, name: true, _count: { select: { projects: { where: granted } } } },
    });
    return { memberships, visited };
  });
  const own = found.memberships.flatMap(({ role, organization: { _count: count, deletedAt, ...rest } }) => {
    const mayRestore = deletedAt !== null && now < restorableUntil(deletedAt);
    if (deletedAt !== null && !mayRestore) return [];
    const counts = { projects: count.projects, people: count.memberships };
    return [{ ...rest, role, ...counts, deletedAt: deletedAt?.toISOString() ?? null, mayRestore }];
  });
  const others = found.visited.map(({ _count: count, ...rest }) => ({
    ...rest,
    role: null,
    projects: count.projects,
    people: 0,
    deletedAt: null,
    mayRestore: false,
  }));
  return [...own, ...others].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.slug < b.slug ? -1 : 1));
}
