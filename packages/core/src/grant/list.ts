import { withScope } from "@heddle/db";
import { authorise, type Context, type Role } from "../context";
import { higherRole } from "../project/role";

export interface ProjectPerson {
  userId: string;
  name: string;
  email: string;
  /** What they may do here: the higher of the other two. */
  role: Role;
  /** Null for guests. */
  organizationRole: Role | null;
  grantRole: Role | null;
  you: boolean;
}

type Row = Omit<ProjectPerson, "role" | "you">;

/**
 * Everybody with access to the project, by role, then name. Guests who do not manage it are shown their
 * likes and whom to ask, not every member of the organisation.
 */
export async function listGrants(args: { ctx: Context }): Promise<{ people: ProjectPerson[] }> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { organizationId, projectId } = ctx.scope;
  const you = ctx.actor.type === "user" ? ctx.actor.userId : null;
  const manages = ctx.actor.type !== "user" || ["owner", "admin"].includes(ctx.actor.role);
  const rows = await withScope(
    ctx.db,
    ctx.scope,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT u.id AS "userId", u.name, u.email, m.role::text AS "organizationRole", g.role::text AS "grantRole"
      FROM (SELECT * FROM membership WHERE organization_id = ${organizationId}::uuid) m
      FULL JOIN (SELECT * FROM project_grant WHERE project_id = ${projectId}::uuid) g
        ON g.user_id = m.user_id
      JOIN "user" u ON u.id = coalesce(m.user_id, g.user_id)
      WHERE ${manages} OR g.role IS NOT NULL OR m.role IN ('owner', 'admin')
        OR EXISTS (SELECT FROM membership y
          WHERE y.organization_id = ${organizationId}::uuid AND y.user_id = ${you}::uuid)
      ORDER BY least(m.role, g.role), lower(u.name), u.email`,
  );
  const people = rows.flatMap((row) => {
    const role = higherRole(row.organizationRole, row.grantRole);
    return role ? [{ ...row, role, you: row.userId === you }] : [];
  });
  return { people };
}
