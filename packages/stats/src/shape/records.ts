import { Column } from "../column/column";
import type { Part, Values } from "./array";
import { columnName, member } from "./keys";
import { samplePositions } from "./sample";

/** Columns in a profile; a table may have more of them, which only `columnCount` tells. */
export const MOST_COLUMNS = 2000;
/** Different keys that are told apart; rows used as dictionaries would need memory without end. */
const MOST_KEYS = 100_000;
const FEWEST_ROWS = 100;

/**
 * Profile of rows as a table: the union of their keys, in the order of their first appearance. `cells`
 * bounds the work: the more columns, the fewer rows are read.
 */
export function profileRecords(rows: Values, cells: number): Part {
  const first = pick(rows, samplePositions(rows.length, cells / 4));
  const keys = unionOfKeys(first);
  const wanted = Math.max(FEWEST_ROWS, Math.floor(cells / Math.max(1, Math.min(keys.length, MOST_COLUMNS))));
  const positions = samplePositions(rows.length, Math.min(wanted, first.length));
  const read = positions === null ? first : pick(rows, positions);
  const columns = keys.slice(0, MOST_COLUMNS).map((key) => {
    const column = new Column(read.length);
    for (const row of read) {
      try {
        column.add(isRow(row) ? member(row, key) : undefined);
      } catch {
        column.addUnreadable();
      }
    }
    return column.profile(columnName(key), positions !== null);
  });
  return { columns, columnCount: keys.length, rows: rows.length, sampledRows: positions?.length ?? null };
}

function isRow(row: unknown): row is object {
  return typeof row === "object" && row !== null;
}

function pick(rows: Values, positions: Float64Array | null): unknown[] {
  return Array.from({ length: positions?.length ?? rows.length }, (_, at) => rows[positions?.[at] ?? at]);
}

function unionOfKeys(rows: unknown[]): string[] {
  const known = new Set<string>();
  let order: string[] = [];
  for (const row of rows) {
    if (!isRow(row) || known.size >= MOST_KEYS) continue;
    const keys = keysOf(row);
    // Rows of one shape list the same keys in the same order: no need to look each of them up.
    if (keys.length === order.length && keys.every((key, at) => key === order[at])) continue;
    for (const key of keys) known.add(key);
    order = keys;
  }
  return [...known];
}

function keysOf(row: object): string[] {
  try {
    return Object.keys(row);
  } catch {
    return [];
  }
}
