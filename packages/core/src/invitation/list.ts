import { authorise } from "../context";
import { type TenantContext, tenantOf, withTenant } from "../tenant";
import { stillOpen } from "./open";
import { type InvitationView, invitationColumns, invitationView } from "./view";

const MOST_CLOSED = 200;

/**
 * The invitations of a project, or of an organisation with all its projects: all that are open, then the
 * latest 200 others, each newest first.
 */
export async function listInvitations(args: { ctx: TenantContext }): Promise<InvitationView[]> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const now = ctx.now();
  const { organizationId, projectId } = tenantOf(ctx);
  const within = {
    organizationId,
    ...(projectId ? { projectId } : { OR: [{ projectId: null }, { project: { deletedAt: null } }] }),
  };
  const orderBy = [{ createdAt: "desc" as const }, { id: "desc" as const }];
  const select = invitationColumns;
  const rows = await withTenant(ctx, async (tx) => [
    ...(await tx.invitation.findMany({ where: { AND: [within, stillOpen(now)] }, orderBy, select })),
    ...(await tx.invitation.findMany({
      where: { AND: [within, { NOT: stillOpen(now) }] },
      orderBy,
      select,
      take: MOST_CLOSED,
    })),
  ]);
  return rows.map((row) => invitationView(row, now));
}
