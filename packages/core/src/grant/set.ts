import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type Context, type Role } from "../context";
import { revokeInvitationsBeyond } from "../invitation/revoke-beyond";
import { findPerson, withProjectPeople } from "./with-project-people";

export const setGrantInput = z.object({
  userId: z.uuid(),
  role: z.enum(["admin", "member", "viewer"]),
});

/** Gives somebody a role in the project, on top of what they have in the organisation. */
export async function setGrant(args: {
  ctx: Context;
  input: z.infer<typeof setGrantInput>;
}): Promise<{ userId: string; role: Role }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { userId, role } = setGrantInput.parse(args.input);
  const { organizationId, projectId } = ctx.scope;
  await withProjectPeople(ctx, async (tx, me) => {
    authorise({ actor: me }, "manage");
    const { email } = await findPerson(tx, userId);
    const where = { projectId_userId: { projectId, userId } };
    const before = await tx.projectGrant.findUnique({ where });
    if (before?.role === role) return;
    await tx.projectGrant.upsert({
      where,
      create: { projectId, userId, role, createdAt: ctx.now() },
      update: { role },
    });
    await revokeInvitationsBeyond(tx, { organizationId, userId }, ctx.now());
    await recordAudit(tx, ctx, {
      action: "grant.set",
      target: email,
      targetId: userId,
      detail: { from: before?.role ?? null, to: role },
    });
  });
  return { userId, role };
}
