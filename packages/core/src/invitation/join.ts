import type { Tx } from "@heddle/db";
import type { Role } from "../context";
import { DomainError } from "../error/domain-error";

const MOST_MEMBERS = 10_000;

interface Newcomer {
  organizationId: string;
  /** Null for the whole organisation. */
  projectId: string | null;
  userId: string;
  role: Role;
  now: Date;
}

/** Gives a person the role, in place of a lower one. The organisation must be locked, for the limit. */
export async function join(
  tx: Tx,
  { organizationId, projectId, userId, role, now }: Newcomer,
): Promise<void> {
  if (projectId) {
    await tx.projectGrant.upsert({
      where: { projectId_userId: { projectId, userId } },
      create: { projectId, userId, role, createdAt: now },
      update: { role },
    });
    return;
  }
  if ((await tx.membership.count({ where: { organizationId } })) >= MOST_MEMBERS) {
    throw new DomainError("conflict", `The organisation has ${MOST_MEMBERS} members and cannot have more.`, {
      fix: "Ask one of its owners to remove members who left.",
    });
  }
  await tx.membership.upsert({
    where: { organizationId_userId: { organizationId, userId } },
    create: { organizationId, userId, role, createdAt: now },
    update: { role },
  });
}
