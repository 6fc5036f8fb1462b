import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise } from "../context";
import { DomainError } from "../error/domain-error";
import { withPeopleOf } from "../member/with-people-of";
import { type TenantContext, tenantOf } from "../tenant";
import { type InvitationView, invitationColumns, invitationView } from "./view";

export const revokeInvitationInput = z.object({ id: z.uuid() });

/** Makes a link worthless. One that was accepted stays so; revoking again changes nothing. */
export async function revokeInvitation(args: {
  ctx: TenantContext;
  input: z.infer<typeof revokeInvitationInput>;
}): Promise<InvitationView> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { id } = revokeInvitationInput.parse(args.input);
  const { organizationId, projectId } = tenantOf(ctx);
  const where = { id, organizationId, ...(projectId ? { projectId } : {}) };
  return await withPeopleOf(ctx, async (tx, me) => {
    authorise({ actor: me }, "manage");
    const now = ctx.now();
    const revoked = await tx.invitation.updateMany({
      where: { ...where, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const row = await tx.invitation.findFirst({ where, select: invitationColumns });
    if (!row) throw noSuchInvitation();
    if (row.acceptedAt) throw accepted(row.acceptedBy);
    if (revoked.count > 0) {
      await recordAudit(tx, ctx, {
        action: "invitation.revoked",
        target: row.email ?? "anyone with the link",
        targetId: id,
        detail: { role: row.role },
      });
    }
    return invitationView(row, now);
  });
}

function noSuchInvitation(): DomainError {
  return new DomainError("not_found", "There is no such invitation.", {
    path: "/id",
    fix: "Look at the list of invitations.",
  });
}

function accepted(by: string | null): DomainError {
  return new DomainError("conflict", `${by ?? "Somebody"} accepted this invitation already.`, {
    path: "/id",
    fix: "Remove them from the members instead.",
  });
}
