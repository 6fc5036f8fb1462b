import type { Role } from "../context";
import { DomainError } from "../error/domain-error";
import { RANK } from "../project/role";

export interface RoleChange {
  actor: { userId: string; role: Role };
  target: { userId: string; role: Role };
  /** Null ends the membership. */
  to: Role | null;
  /** How many the organisation has, the target included. */
  owners: number;
}

/**
 * Whether somebody may change somebody's role in an organisation: null, or why not. Admins decide about
 * admins and below, owners about all; everybody about less for themselves, the last owner never.
 */
export function refuseRoleChange(change: RoleChange): DomainError | null {
  const { actor, target, to, owners } = change;
  const own = actor.userId === target.userId;
  if (own && to !== null && RANK[to] > RANK[actor.role]) {
    return refused("You cannot raise your own role.", "Ask an owner of the organisation.");
  }
  if (!own && RANK[actor.role] < RANK.admin) {
    return refused("This needs the right to manage.", "Ask an owner or admin of the organisation.");
  }
  if (!own && actor.role !== "owner" && (target.role === "owner" || to === "owner")) {
    return refused("Only owners decide who is an owner.", "Ask an owner of the organisation.");
  }
  if (target.role === "owner" && to !== "owner" && owners <= 1) {
    return new DomainError("conflict", "An organisation needs an owner, and this is the last one.", {
      path: "/userId",
      fix: own
        ? "Make somebody else an owner first, or delete the organisation."
        : "Make another owner first.",
    });
  }
  return null;
}

function refused(message: string, fix: string): DomainError {
  return new DomainError("forbidden", message, { path: "/role", fix });
}
