import type { Tx } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type Context, type Role } from "../context";
import { DomainError } from "../error/domain-error";
import { revokeInvitationsBeyond } from "../invitation/revoke-beyond";
import { findPerson, withProjectPeople } from "./with-project-people";

export const removeGrantInput = z.object({ userId: z.uuid() });

/** Takes away what somebody was granted in the project; a role in the organisation stays. */
export async function removeGrant(args: {
  ctx: Context;
  input: z.infer<typeof removeGrantInput>;
}): Promise<{ userId: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { userId } = removeGrantInput.parse(args.input);
  await withProjectPeople(ctx, async (tx, me) => {
    authorise({ actor: me }, "manage");
    const { email } = await findPerson(tx, userId);
    const from = await deleteGrant(tx, ctx, userId);
    if (!from) {
      throw new DomainError("not_found", `${email} has no role of their own in this project.`, {
        path: "/userId",
        fix: "Change their role in the organisation instead.",
      });
    }
    await recordAudit(tx, ctx, {
      action: "grant.removed",
      target: email,
      targetId: userId,
      detail: { from },
    });
  });
  return { userId };
}

/** Answers with the role that was granted; null when none was. */
export async function deleteGrant(tx: Tx, ctx: Context, userId: string): Promise<Role | null> {
  const { organizationId, projectId } = ctx.scope;
  const where = { projectId_userId: { projectId, userId } };
  const before = await tx.projectGrant.findUnique({ where });
  if (!before) return null;
  await tx.projectGrant.delete({ where });
  await revokeInvitationsBeyond(tx, { organizationId, userId }, ctx.now());
  return before.role;
}
