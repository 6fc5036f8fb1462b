import type { Role } from "../context";
import { DomainError } from "../error/domain-error";
import { RANK } from "../project/role";

interface Places {
  /** The actor's role by organisation. */
  mine: ReadonlyMap<string, Role>;
  /** Every role that the account holds anywhere, in an organisation or one of its projects. */
  theirs: { organizationId: string; role: Role }[];
}

/**
 * Whether somebody may hand out the way into an account: null, or why not. An account opens all that its
 * holder may do, so the actor must manage every place it leads to, with no lower a role there.
 */
export function refuseReset({ mine, theirs }: Places): DomainError | null {
  const roleIn = (organizationId: string) => RANK[mine.get(organizationId) ?? "viewer"];
  // Asked first: what somebody is in an organisation of others is none of the actor's business.
  if (theirs.some(({ organizationId }) => roleIn(organizationId) < RANK.admin)) {
    return refused(
      "This person also belongs to organisations that you do not manage.",
      "They can have the link mailed to them on the sign-in page, if this instance sends mail.",
    );
  }
  if (theirs.some(({ organizationId, role }) => roleIn(organizationId) < RANK[role])) {
    return refused("This person has a higher role than you.", "Ask an owner to do it.");
  }
  return null;
}

function refused(message: string, fix: string): DomainError {
  return new DomainError("forbidden", message, { path: "/userId", fix });
}
