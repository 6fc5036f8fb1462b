import type { ColumnProfile } from "@heddle/contract";
import { missingShare } from "./column-words";

export const COLUMN_ORDERS = ["given", "name", "missing", "distinct"] as const;
export type ColumnOrder = (typeof COLUMN_ORDERS)[number];

const KEYS: Record<ColumnOrder, (a: ColumnProfile, b: ColumnProfile) => number> = {
  given: () => 0,
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  missing: (a, b) => missingShare(b) - missingShare(a),
  distinct: (a, b) => b.distinct.count - a.distinct.count,
};

/** Columns whose name contains a text, in the order asked for. */
export function pickColumns(
  columns: readonly ColumnProfile[],
  query: string,
  order: ColumnOrder,
): ColumnProfile[] {
  const wanted = query.trim().toLowerCase();
  return columns.filter(({ name }) => name.toLowerCase().includes(wanted)).sort(KEYS[order]);
}
