import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext, type Role } from "../context";
import { changeRole } from "./change-role";
import { findMember } from "./find";
import { withPeople } from "./with-people";

export const updateMemberInput = z.object({
  userId: z.uuid(),
  role: z.enum(["owner", "admin", "member", "viewer"]),
});

/** Gives a member another role. */
export async function updateMember(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof updateMemberInput>;
}): Promise<{ userId: string; role: Role }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { userId, role } = updateMemberInput.parse(args.input);
  await withPeople(ctx, async (tx, me) => {
    authorise({ actor: me }, "manage");
    const member = await findMember(tx, ctx, userId);
    if (member.role === role) return;
    await changeRole(tx, me, member, role, ctx.now());
    await recordAudit(tx, ctx, {
      action: "member.role_changed",
      target: member.email,
      targetId: userId,
      detail: { from: member.role, to: role },
    });
  });
  return { userId, role };
}
