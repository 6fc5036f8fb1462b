import { withScope } from "@heddle/db";
import { authorise, type Context, may, type Role } from "../context";
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
  const manages = may(ctx.actor, "manage");
  const rows = await withScope(
    ctx.db,
    ctx.scope,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT u.id AS "userId", u.name, u.email,
        p."organizationRole"::text AS "organizationRole", p."grantRole"::text AS "grantRole"
      FROM (
        SELECT user_id, min("organizationRole") AS "organizationRole", min("grantRole") AS "grantRole"
        FROM (
          SELECT user_id, role AS "organizationRole", NULL::role AS "grantRole"
          FROM membership WHERE organization_id = ${organizationId}::uuid
          UNION ALL
          SELECT user_id, NULL, role FROM project_grant WHERE project_id = ${projectId}::uuid
        ) each_source GROUP BY user_id
      ) p JOIN "user" u ON u.id = p.user_id
      WHERE ${manages} OR p."grantRole" IS NOT NULL OR p."organizationRole" IN ('owner', 'admin')
        OR EXISTS (SELECT FROM membership y
          WHERE y.organization_id = ${organizationId}::uuid AND y.user_id = ${you}::uuid)
      ORDER BY least(p."organizationRole", p."grantRole"), lower(u.name), u.email`,
  );
  const people = rows.flatMap((row) => {
    const role = higherRole(row.organizationRole, row.grantRole);
    return role ? [{ ...row, role, you: row.userId === you }] : [];
  });
  return { people };
}
