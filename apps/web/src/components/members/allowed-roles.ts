import type { Role } from "@heddle/core";
import { ROLES } from "./roles";

interface Decision {
  /** Role of the person who decides. */
  mine: Role;
  target: { role: Role; you: boolean };
  /** How many the organisation has, the target included. */
  owners: number;
}

/** The roles that one may give somebody, theirs included; none where nothing can be changed. */
export function allowedRoles({ mine, target, owners }: Decision): Role[] {
  if (mine !== "owner" && mine !== "admin") return [];
  if (target.role === "owner" && (mine !== "owner" || owners <= 1)) return [];
  return mine === "owner" ? [...ROLES] : ROLES.filter((role) => role !== "owner");
}

/** Whether one may end somebody's membership; one's own is left instead. */
export function mayRemove({ mine, target, owners }: Decision): boolean {
  return !target.you && allowedRoles({ mine, target, owners }).length > 0;
}
