/** Whether arrays and objects are nested deeper than `limit`. Never recurses further than that. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof member === "object" && member !== null && isDeeperThan(member, limit - 1)) return true;
  }
  return false;
}
