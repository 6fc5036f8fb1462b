import { decodeCursor, encodeCursor } from "../run/cursor";

/**
 * A page of a list that is made anew for each request: the cursor is a place in it. What two runs recorded seldom
 * changes after their end, so places hold.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { cursor, limit }: { cursor?: string | null | undefined; limit: number },
): { items: Item[]; nextCursor: string | null } {
  const [start = "0"] = cursor ? decodeCursor(cursor, isPlace) : [];
  const from = Number(start);
  const end = from + limit;
  return {
    items: items.slice(from, end),
    nextCursor: end < items.length ? encodeCursor([String(end)]) : null,
  };
}

function isPlace([place = "", ...more]: string[]): boolean {
  return /^\d{1,9}$/.test(place) && more.length === 0;
}
