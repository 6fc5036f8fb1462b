import type { Tx } from "@heddle/db";
import type { Role } from "../context";

/**
 * Closes the open invitations that somebody could not make any more after losing rights: a link in the
 * pocket must not lead back in. Call it after the change, in its transaction.
 */
export async function revokeInvitationsBeyond(
  tx: Tx,
  person: { organizationId: string; userId: string },
  now: Date,
): Promise<void> {
  const { organizationId, userId } = person;
  const membership = await tx.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId } },
  });
  const role = membership?.role ?? null;
  if (role === "owner") return;
  const beyond =
    role === "admin" ? [{ projectId: null, role: "owner" as Role }] : await unmanaged(tx, person);
  await tx.invitation.updateMany({
    where: { organizationId, createdById: userId, acceptedAt: null, revokedAt: null, OR: beyond },
    data: { revokedAt: now },
  });
}

/** All but those to projects that the person manages by a grant. */
async function unmanaged(tx: Tx, { organizationId, userId }: { organizationId: string; userId: string }) {
  const managed = await tx.projectGrant.findMany({
    where: { userId, role: "admin", project: { organizationId } },
    select: { projectId: true },
  });
  return [{ projectId: null }, { projectId: { notIn: managed.map(({ projectId }) => projectId) } }];
}
