import { type Tx, withSystem } from "@heddle/db";
import { recordAudit } from "../audit/record";
import type { InstanceContext, Role } from "../context";
import { lockOrganization } from "../member/with-people";
import { higherRole } from "../project/role";
import { hashSecret, looksLikeSecret } from "../token/secret";
import { join } from "./join";
import { noSuchLink, refuseAcceptance } from "./refuse";
import { invitationState } from "./state";

/** Where an accepted invitation leads. */
interface Accepted {
  org: string;
  project: string | null;
}

/**
 * Lets a person in by their link. It works once: of two who try at the same moment one gets in. Trying again
 * what worked leads to the same place, so that a double click is no error.
 */
export async function acceptInvitation(args: {
  ctx: InstanceContext;
  input: { token: string; userId: string };
  hashingKey: Buffer;
}): Promise<Accepted> {
  const { ctx, hashingKey } = args;
  const { token, userId } = args.input;
  if (!looksLikeSecret(token)) throw noSuchLink();
  const hash = hashSecret(hashingKey, token);
  const now = ctx.now();
  return await withSystem(ctx.db, async (tx) => {
    const known = await tx.invitation.findUnique({ where: { hash }, select: { organizationId: true } });
    if (!known) throw noSuchLink();
    await lockOrganization(tx, known.organizationId, noSuchLink);
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { hash },
      include: {
        organization: { select: { slug: true, name: true } },
        project: { select: { slug: true, name: true, deletedAt: true } },
      },
    });
    const { id, organizationId, projectId, role, email, organization, project } = invitation;
    if (project?.deletedAt) throw noSuchLink();
    const place = { org: organization.slug, project: project?.slug ?? null };
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const current = await rolesOf(tx, { organizationId, projectId, userId });
    if (invitation.acceptedBy === user.email && current.role) return place;
    const refusal = refuseAcceptance({
      invitation: { role, email, state: invitationState(invitation, now) },
      person: { email: user.email, role: current.role },
    });
    if (refusal) throw refusal;
    await join(tx, { organizationId, projectId, userId, role, now });
    await tx.invitation.update({ where: { id }, data: { acceptedAt: now, acceptedBy: user.email } });
    const actor = { type: "user", userId, email: user.email } as const;
    await recordAudit(
      tx,
      { ...ctx, organizationId, actor },
      {
        action: "invitation.accepted",
        target: project?.name ?? organization.name,
        targetId: id,
        ...(projectId ? { projectId } : {}),
        detail: { role, from: current.role },
      },
    );
    return place;
  });
}

/** The role that a person has already where an invitation leads. */
async function rolesOf(
  tx: Tx,
  { organizationId, projectId, userId }: { organizationId: string; projectId: string | null; userId: string },
): Promise<{ role: Role | null }> {
  const membership = await tx.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId } },
  });
  const grant = projectId
    ? await tx.projectGrant.findUnique({ where: { projectId_userId: { projectId, userId } } })
    : null;
  return { role: higherRole(membership?.role, grant?.role) };
}
