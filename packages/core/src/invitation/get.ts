import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext, Role } from "../context";
import { hashSecret, looksLikeSecret } from "../token/secret";
import { noSuchLink } from "./refuse";
import { type InvitationState, invitationState } from "./state";

/** The secret of a link, as it stands in the address. */
export const invitationTokenInput = z.object({ token: z.string().max(200) });

/** What whoever has the link may know before they accept. */
export interface InvitationPreview {
  organization: { name: string };
  project: { name: string } | null;
  role: Role;
  email: string | null;
  /** Name; null when they are gone. */
  invitedBy: string | null;
  expiresAt: string;
  state: InvitationState;
}

/** The invitation behind a link, whatever its state; that of something deleted is gone with it. */
export async function getInvitation(args: {
  ctx: InstanceContext;
  input: z.infer<typeof invitationTokenInput>;
  hashingKey: Buffer;
}): Promise<InvitationPreview> {
  const { ctx, hashingKey } = args;
  const { token } = invitationTokenInput.parse(args.input);
  if (!looksLikeSecret(token)) throw noSuchLink();
  const [found, sender] = await withSystem(ctx.db, async (tx) => {
    const row = await tx.invitation.findFirst({
      where: {
        hash: hashSecret(hashingKey, token),
        organization: { deletedAt: null },
        OR: [{ projectId: null }, { project: { deletedAt: null } }],
      },
      select: {
        role: true,
        email: true,
        expiresAt: true,
        revokedAt: true,
        acceptedAt: true,
        createdById: true,
        organization: { select: { name: true } },
        project: { select: { name: true } },
      },
    });
    const id = row?.createdById;
    return [row, id ? await tx.user.findUnique({ where: { id }, select: { name: true } }) : null];
  });
  if (!found) throw noSuchLink();
  const { organization, project, role, email, expiresAt } = found;
  return {
    organization,
    project,
    role,
    email,
    invitedBy: sender?.name ?? null,
    expiresAt: expiresAt.toISOString(),
    state: invitationState(found, ctx.now()),
  };
}
