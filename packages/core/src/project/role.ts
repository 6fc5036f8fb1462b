import type { Role } from "../context";

export const RANK: Record<Role, number> = { viewer: 0, member: 1, admin: 2, owner: 3 };

/** The role that two sources together give: the higher one; null when neither gives any. */
export function higherRole(a: Role | null | undefined, b: Role | null | undefined): Role | null {
  if (!a || !b) return a ?? b ?? null;
  return RANK[a] >= RANK[b] ? a : b;
}
