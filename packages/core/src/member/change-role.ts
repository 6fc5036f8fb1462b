import type { Tx } from "@heddle/db";
import type { Role } from "../context";
import { revokeInvitationsBeyond } from "../invitation/revoke-beyond";
import { refuseRoleChange } from "./may-change";
import type { Me } from "./with-people";

interface Target {
  organizationId: string;
  userId: string;
  role: Role;
}

/** Changes or, with null, ends a membership if `me` may. The organisation must be locked. */
export async function changeRole(
  tx: Tx,
  me: Pick<Me, "userId" | "role">,
  target: Target,
  to: Role | null,
  now: Date,
): Promise<void> {
  const { organizationId, userId } = target;
  const owners = await tx.membership.count({ where: { organizationId, role: "owner" } });
  const refusal = refuseRoleChange({ actor: me, target, to, owners });
  if (refusal) throw refusal;
  const where = { organizationId_userId: { organizationId, userId } };
  if (to === null) {
    await tx.membership.delete({ where });
    await tx.projectGrant.deleteMany({ where: { userId, project: { organizationId } } });
  } else {
    await tx.membership.update({ where, data: { role: to } });
  }
  await revokeInvitationsBeyond(tx, target, now);
}
