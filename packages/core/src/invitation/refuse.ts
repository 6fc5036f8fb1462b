import type { Role } from "../context";
import { DomainError } from "../error/domain-error";
import { RANK } from "../project/role";
import type { InvitationState } from "./state";

interface Acceptance {
  invitation: { role: Role; email: string | null; state: InvitationState };
  /** Who accepts, with the role they have already where the invitation leads. */
  person: { email: string; role: Role | null };
}

/** Whether a person may accept an invitation: null, or why not. */
export function refuseAcceptance({ invitation, person }: Acceptance): DomainError | null {
  const { state, email, role } = invitation;
  if (state === "revoked") return over("This invitation was revoked.");
  if (state === "expired") return over("This invitation has expired.");
  if (state === "accepted") return over("This invitation was already used: it works once.");
  if (email !== null && email !== person.email) {
    return new DomainError("forbidden", `This invitation is for ${email}, and you are ${person.email}.`, {
      path: "/token",
      fix: `Sign in as ${email}, or ask for an invitation for your address.`,
    });
  }
  if (person.role && RANK[person.role] >= RANK[role]) {
    return new DomainError("conflict", "You are already a member.", {
      path: "/token",
      fix: "You have this role or a higher one; the invitation can be used by somebody else.",
    });
  }
  return null;
}

function over(message: string): DomainError {
  return new DomainError("conflict", message, {
    path: "/token",
    fix: "Ask whoever invited you for a new link.",
  });
}

/** For links that never were, and for those to something that is deleted. */
export function noSuchLink(): DomainError {
  return new DomainError("not_found", "There is no such invitation, or what it leads to was deleted.", {
    path: "/token",
    fix: "Check that the link is complete, or ask for a new one.",
  });
}
