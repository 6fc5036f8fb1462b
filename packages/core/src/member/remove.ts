import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { revokeInvitationsBeyond } from "../invitation/revoke-beyond";
import { changeRole } from "./change-role";
import { findMember } from "./find";
import { withPeople } from "./with-people";

export const removeMemberInput = z.object({ userId: z.uuid() });

/** Shows a member or guest out: with the membership go all grants in the organisation's projects. */
export async function removeMember(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof removeMemberInput>;
}): Promise<{ userId: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { userId } = removeMemberInput.parse(args.input);
  const { organizationId } = ctx;
  await withPeople(ctx, async (tx, me) => {
    authorise({ actor: me }, "manage");
    const guest = await tx.projectGrant.findFirst({
      where: {
        userId,
        project: { organizationId },
        user: { memberships: { none: { organizationId } } },
      },
      select: { user: { select: { email: true } } },
    });
    const record = (target: string, from: string) =>
      recordAudit(tx, ctx, { action: "member.removed", target, targetId: userId, detail: { from } });
    if (!guest) {
      const member = await findMember(tx, ctx, userId);
      await changeRole(tx, me, member, null, ctx.now());
      return record(member.email, member.role);
    }
    await tx.projectGrant.deleteMany({ where: { userId, project: { organizationId } } });
    await revokeInvitationsBeyond(tx, { organizationId, userId }, ctx.now());
    return record(guest.user.email, "guest");
  });
  return { userId };
}
