import { withOrganization } from "@heddle/db";
import { authorise, type OrganizationContext, type Role } from "../context";
import { DomainError } from "../error/domain-error";

export interface OrganizationView {
  id: string;
  slug: string;
  name: string;
  createdAt: string;
  /** The caller's own. */
  role: Role;
  /** Members, without guests of single projects. */
  people: number;
  projects: number;
}

/** The organisation with what its members want to know of it. */
export async function getOrganization(args: { ctx: OrganizationContext }): Promise<OrganizationView> {
  const { ctx } = args;
  authorise(ctx, "read");
  const found = await withOrganization(ctx.db, ctx.organizationId, (tx) =>
    tx.organization.findFirst({
      where: { id: ctx.organizationId, deletedAt: null },
      select: {
        id: true,
        slug: true,
        name: true,
        createdAt: true,
        _count: { select: { memberships: true, projects: { where: { deletedAt: null } } } },
      },
    }),
  );
  if (!found) {
    throw new DomainError("not_found", "The organisation is gone.", { path: "/org", fix: "Go back." });
  }
  const { _count: count, createdAt, ...rest } = found;
  const role = ctx.actor.type === "user" ? ctx.actor.role : "admin";
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    role,
    people: count.memberships,
    projects: count.projects,
  };
}
