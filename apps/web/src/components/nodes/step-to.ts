/** The row that a key leads to, from the current one or into the list. Null when the list is empty. */
export function stepTo(count: number, current: number | undefined, by: number): number | null {
  if (count === 0) return null;
  if (current === undefined) return by > 0 ? 0 : count - 1;
  return Math.max(0, Math.min(count - 1, current + by));
}
