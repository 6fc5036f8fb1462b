import type { Tx } from "@heddle/db";
import { authorise, type Person } from "../context";
import { DomainError } from "../error/domain-error";
import { refuseReset } from "./may-reset";
import { lockOrganization, noSuchPerson } from "./with-people";

/** Somebody of an organisation who hands out the way into a person's account. */
export interface HandingOut {
  maker: Person;
  organizationId: string;
  userId: string;
}

/**
 * Throws unless the maker may do that with the roles that both have now. Looks at every organisation that
 * the account leads to, which only the platform itself sees.
 */
export async function requireReach(
  tx: Tx,
  { maker: me, organizationId: here, userId }: HandingOut,
): Promise<void> {
  await lockOrganization(tx, here);
  const held = await tx.membership.findMany({ where: { userId: me.userId } });
  const mine = new Map(held.map(({ organizationId, role }) => [organizationId, role]));
  authorise({ actor: { ...me, role: mine.get(here) ?? "viewer" } }, "manage");
  const memberships = await tx.membership.findMany({ where: { userId } });
  const grants = await tx.projectGrant.findMany({
    where: { userId },
    select: { role: true, project: { select: { organizationId: true } } },
  });
  const theirs = [
    ...memberships,
    ...grants.map(({ role, project }) => ({ role, organizationId: project.organizationId })),
  ];
  if (!theirs.some(({ organizationId }) => organizationId === here)) throw noSuchPerson();
  if (userId === me.userId) {
    throw new DomainError(
      "forbidden",
      "You cannot create a link for yourself: it would bypass your password.",
      {
        path: "/userId",
        fix: "Change your password on your account page.",
      },
    );
  }
  const refusal = refuseReset({ mine, theirs });
  if (refusal) throw refusal;
}
