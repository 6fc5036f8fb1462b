import { type Tx, withOrganization } from "@heddle/db";
import type { Actor, OrganizationContext, Person, Role } from "../context";
import { DomainError } from "../error/domain-error";

/** A person with their role at this moment. */
export type Me = Person & { role: Role };

/**
 * Runs changes of who may what in an organisation one after another, and tells `work` the caller's role as
 * it is now: it may have changed since the request was let in.
 */
export async function withPeople<T>(
  ctx: OrganizationContext,
  work: (tx: Tx, me: Me) => Promise<T>,
): Promise<T> {
  const person = personOf(ctx.actor);
  const { organizationId } = ctx;
  return await withOrganization(ctx.db, organizationId, async (tx) => {
    await lockOrganization(tx, organizationId);
    const { userId } = person;
    const found = await tx.membership.findUnique({
      where: { organizationId_userId: { organizationId, userId } },
    });
    if (!found) throw organizationGone();
    return work(tx, { ...person, role: found.role });
  });
}

/** Waits for others who change the same organisation's people. Rows that refer to it can still be added. */
export async function lockOrganization(
  tx: Tx,
  organizationId: string,
  gone: () => DomainError = organizationGone,
): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM organization WHERE id = ${organizationId}::uuid AND deleted_at IS NULL FOR NO KEY UPDATE`;
  if (rows.length === 0) throw gone();
}

/** Who a change is put down to: only people decide about people. */
export function personOf(actor: Actor): Person {
  if (actor.type === "user") return { type: "user", userId: actor.userId, email: actor.email };
  throw new DomainError("forbidden", "Only people may do this, not keys.", { fix: "Use the dashboard." });
}

function organizationGone(): DomainError {
  return new DomainError("not_found", "The organisation is gone, or you are not in it any more.", {
    path: "/org",
    fix: "Go back to your organisations.",
  });
}

export function noSuchPerson(): DomainError {
  return new DomainError("not_found", "There is no such person in this organisation.", {
    path: "/userId",
    fix: "Look at the list of members.",
  });
}
