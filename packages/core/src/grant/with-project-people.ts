import { type Tx, withScope } from "@heddle/db";
import type { Context } from "../context";
import { DomainError } from "../error/domain-error";
import { lockOrganization, type Me, personOf } from "../member/with-people";
import { higherRole } from "../project/role";

/** As `withPeople`, for one project: `me` has the caller's role in it, from membership and grant together. */
export async function withProjectPeople<T>(ctx: Context, work: (tx: Tx, me: Me) => Promise<T>): Promise<T> {
  const person = personOf(ctx.actor);
  const { userId } = person;
  const { organizationId, projectId } = ctx.scope;
  return await withScope(ctx.db, ctx.scope, async (tx) => {
    await lockOrganization(tx, organizationId);
    const project = await tx.project.findFirst({ where: { id: projectId, organizationId, deletedAt: null } });
    const membership = await tx.membership.findUnique({
      where: { organizationId_userId: { organizationId, userId } },
    });
    const grant = await tx.projectGrant.findUnique({ where: { projectId_userId: { projectId, userId } } });
    const role = higherRole(membership?.role, grant?.role);
    if (!project || !role) throw projectGone();
    return work(tx, { ...person, role });
  });
}

function projectGone(): DomainError {
  return new DomainError("not_found", "The project is gone, or you are not in it any more.", {
    path: "/project",
    fix: "Go back to your projects.",
  });
}

/** Somebody whom the project's people can see: a member of the organisation, or its guest. */
export async function findPerson(tx: Tx, userId: string): Promise<{ userId: string; email: string }> {
  const found = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
  if (found) return { userId, email: found.email };
  throw new DomainError("not_found", "There is no such person in this project or its organisation.", {
    path: "/userId",
    fix: "Invite them to the project.",
  });
}
