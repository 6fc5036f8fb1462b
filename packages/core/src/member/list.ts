import { withOrganization } from "@heddle/db";
import { authorise, type OrganizationContext, type Role } from "../context";

export interface MemberView {
  userId: string;
  name: string;
  email: string;
  role: Role;
  createdAt: string;
  you: boolean;
}

/** Somebody with access to single projects only. */
export interface GuestView {
  userId: string;
  name: string;
  email: string;
  grants: { project: { slug: string; name: string }; role: Role }[];
}

interface MemberRow extends Omit<MemberView, "createdAt" | "you"> {
  createdAt: Date;
}

interface GrantRow extends Omit<GuestView, "grants"> {
  role: Role;
  slug: string;
  project: string;
}

/** Everybody in the organisation, owners first, then by name; and the guests of its projects. */
export async function listMembers(args: {
  ctx: OrganizationContext;
}): Promise<{ members: MemberView[]; guests: GuestView[] }> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { organizationId, actor } = ctx;
  const [members, grants] = await withOrganization(ctx.db, organizationId, async (tx) => [
    await tx.$queryRaw<MemberRow[]>`
      SELECT u.id AS "userId", u.name, u.email, m.role::text AS role, m.created_at AS "createdAt"
      FROM membership m JOIN "user" u ON u.id = m.user_id
      WHERE m.organization_id = ${organizationId}::uuid
      ORDER BY m.role, lower(u.name), u.email`,
    await tx.$queryRaw<GrantRow[]>`
      SELECT u.id AS "userId", u.name, u.email, g.role::text AS role, p.slug, p.name AS project
      FROM project p
      JOIN project_grant g ON g.project_id = p.id
      JOIN "user" u ON u.id = g.user_id
      WHERE p.organization_id = ${organizationId}::uuid AND p.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM membership m
          WHERE m.organization_id = p.organization_id AND m.user_id = g.user_id)
      ORDER BY lower(u.name), u.email, lower(p.name), p.id`,
  ]);
  const you = actor.type === "user" ? actor.userId : null;
  return {
    members: members.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      you: row.userId === you,
    })),
    guests: byPerson(grants),
  };
}

function byPerson(rows: GrantRow[]): GuestView[] {
  const guests = new Map<string, GuestView>();
  for (const { userId, name, email, role, slug, project } of rows) {
    const guest = guests.get(userId) ?? { userId, name, email, grants: [] };
    guest.grants.push({ project: { slug, name: project }, role });
    guests.set(userId, guest);
  }
  return [...guests.values()];
}
