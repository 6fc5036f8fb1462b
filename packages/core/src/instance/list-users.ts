import { withSystem } from "@heddle/db";
import type { Role } from "../context";
import { requireOrganization } from "./find-place";
import type { OperatorContext } from "./operator";

export interface InstanceUser {
  id: string;
  email: string;
  name: string;
  /** False for people who sign in through another service, or who did not follow their first link yet. */
  hasPassword: boolean;
  /** Runs the instance: sees its pages in the dashboard. */
  operator: boolean;
  organizations: { org: string; role: Role }[];
  createdAt: string;
}

/** The people of one organisation, or all who have an account, by address. */
export async function listUsers(args: {
  ctx: OperatorContext;
  input: { org?: string | undefined };
}): Promise<InstanceUser[]> {
  const { ctx, input } = args;
  const found = await withSystem(ctx.db, async (tx) => {
    const place = input.org === undefined ? null : await requireOrganization(tx, input.org);
    const people = await tx.user.findMany({
      where: place ? { memberships: { some: place } } : {},
      orderBy: { email: "asc" },
      select: {
        id: true,
        email: true,
        name: true,
        operator: true,
        createdAt: true,
        memberships: {
          where: { organization: { deletedAt: null } },
          select: { role: true, organization: { select: { slug: true } } },
          orderBy: { organization: { slug: "asc" } },
        },
      },
    });
    const without = await tx.user.findMany({ where: { passwordHash: null }, select: { id: true } });
    return { people, without: new Set(without.map(({ id }) => id)) };
  });
  return found.people.map(({ memberships, createdAt, ...person }) => ({
    ...person,
    hasPassword: !found.without.has(person.id),
    organizations: memberships.map(({ role, organization }) => ({ org: organization.slug, role })),
    createdAt: createdAt.toISOString(),
  }));
}
