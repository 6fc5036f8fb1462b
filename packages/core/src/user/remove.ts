import { type Tx, withSystem } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import type { InstanceContext, Person } from "../context";
import { DomainError } from "../error/domain-error";
import { changeRole } from "../member/change-role";
import { passwordSchema } from "./check-new-password";
import { normaliseEmail } from "./email";
import { lockUser } from "./lock";
import { requirePassword } from "./require-password";

/** The password is asked of accounts that have one. */
export const removeUserInput = z.object({
  email: z.string().max(1000),
  password: passwordSchema.optional(),
});

/**
 * Deletes the account of who asks, with everything that is theirs alone. Runs, projects and the records of
 * organisations stay. Nobody leaves an organisation without an owner this way.
 */
export async function removeUser(args: {
  ctx: InstanceContext;
  input: z.infer<typeof removeUserInput> & { userId: string };
}): Promise<void> {
  const { ctx } = args;
  const { userId: id } = args.input;
  await requireHolder(ctx, id, removeUserInput.parse(args.input));
  await withSystem(ctx.db, async (tx) => {
    await lockOrganizations(tx, id);
    await lockUser(tx, id);
    const user = await tx.user.findUnique({ where: { id }, select: { email: true } });
    // A double click: the other request deleted it.
    if (!user) return;
    const person = { type: "user", userId: id, email: user.email } as const;
    await leaveAll(tx, ctx, person);
    await recordGuestLeft(tx, ctx, person);
    // Guests make invitations, too, and a link must not lead back in after them.
    await tx.invitation.updateMany({
      where: { createdById: id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    await tx.auditEvent.deleteMany({ where: { actorId: id, organizationId: null } });
    await tx.user.delete({ where: { id } });
  });
}

/** Refuses who does not mean it, or found an open browser. Passwords are compared while nothing is locked. */
async function requireHolder(
  ctx: InstanceContext,
  userId: string,
  { email, password = "" }: z.infer<typeof removeUserInput>,
): Promise<void> {
  const read = () => withSystem(ctx.db, (tx) => tx.user.findUnique({ where: { id: userId } }));
  const user = await read();
  if (!user) return;
  if (normaliseEmail(email) !== user.email) {
    throw new DomainError("invalid", "This is not the address of your account.", {
      path: "/email",
      fix: `Type ${user.email} to confirm.`,
    });
  }
  if (user.passwordHash === null) return;
  try {
    await requirePassword({ ctx, input: { userId, password, path: "/password" } });
  } catch (error) {
    // Unless a double click has deleted it in the meantime.
    if (await read()) throw error;
  }
}

/** Organisations before the person, as everything that changes who is in them does. */
async function lockOrganizations(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`select 1 as locked from organization where deleted_at is null and id in (
    select organization_id from membership where user_id = ${userId}::uuid) order by id for no key update`;
}

/** Ends each membership as the person themselves would. Organisations that are deleted need no owner. */
async function leaveAll(tx: Tx, ctx: InstanceContext, person: Person): Promise<void> {
  const { userId } = person;
  const owners = { _count: { select: { memberships: { where: { role: "owner" as const } } } } };
  const memberships = await tx.membership.findMany({
    where: { userId, organization: { deletedAt: null } },
    select: { role: true, organizationId: true, organization: { select: { name: true, ...owners } } },
    orderBy: { organization: { name: "asc" } },
  });
  const alone = memberships.filter(
    ({ role, organization }) => role === "owner" && organization._count.memberships === 1,
  );
  if (alone.length > 0) throw lastOwner(alone.map(({ organization }) => organization.name));
  for (const { role, organizationId } of memberships) {
    await changeRole(tx, { ...person, role }, { organizationId, userId, role }, null, ctx.now());
    const source = { actor: person, now: ctx.now, address: ctx.address, organizationId };
    const change = { action: "member.left" as const, target: person.email, targetId: userId };
    await recordAudit(tx, source, { ...change, detail: { because: "account deleted", from: role } });
  }
}

/** The grants that are left are those of a guest; they go with the account, and its hosts read of it. */
async function recordGuestLeft(tx: Tx, ctx: InstanceContext, person: Person): Promise<void> {
  const grants = await tx.projectGrant.findMany({
    where: { userId: person.userId, project: { organization: { deletedAt: null } } },
    select: { role: true, projectId: true, project: { select: { organizationId: true } } },
  });
  for (const { role, projectId, project } of grants) {
    const source = {
      actor: person,
      now: ctx.now,
      address: ctx.address,
      organizationId: project.organizationId,
    };
    const change = {
      action: "grant.left" as const,
      target: person.email,
      targetId: person.userId,
      projectId,
    };
    await recordAudit(tx, source, { ...change, detail: { because: "account deleted", from: role } });
  }
}

function lastOwner(names: string[]): DomainError {
  const list = names.map((name) => `“${name}”`).join(", ");
  return new DomainError("conflict", `You are the last owner of ${list}.`, {
    path: "/email",
    fix: "Make somebody else an owner there, or delete it first.",
  });
}
