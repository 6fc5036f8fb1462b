import type { Tx } from "@heddle/db";
import type { Role } from "../context";
import { noSuchPerson } from "./with-people";

interface Member {
  organizationId: string;
  userId: string;
  email: string;
  role: Role;
}

/** A member of the organisation; there is nobody else. */
export async function findMember(
  tx: Tx,
  { organizationId }: { organizationId: string },
  userId: string,
): Promise<Member> {
  const found = await tx.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId } },
    select: { role: true, user: { select: { email: true } } },
  });
  if (!found) throw noSuchPerson();
  return { organizationId, userId, email: found.user.email, role: found.role };
}
