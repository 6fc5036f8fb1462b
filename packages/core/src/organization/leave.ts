import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { changeRole } from "../member/change-role";
import { withPeople } from "../member/with-people";

/** Ends the caller's own membership, and takes their grants in the organisation along. */
export async function leaveOrganization(args: { ctx: OrganizationContext }): Promise<Record<string, never>> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { organizationId } = ctx;
  await withPeople(ctx, async (tx, me) => {
    await changeRole(tx, me, { ...me, organizationId }, null, ctx.now());
    await recordAudit(tx, ctx, {
      action: "member.left",
      target: me.email,
      targetId: me.userId,
      detail: { from: me.role },
    });
  });
  return {};
}
