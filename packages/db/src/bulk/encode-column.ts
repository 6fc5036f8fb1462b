import type { Column } from "./column";
import { encodeValue } from "./encode-value";

/** The values of one column, as pg puts them into an array parameter. */
export function encodeColumn(
  table: string,
  column: Column,
  rows: readonly Record<string, unknown>[],
): unknown[] {
  return rows.map((row, index) => encodeValue(column.type, memberOf(table, column, row, index)));
}

/** What a row has for a column: null has to be said. */
export function memberOf(
  table: string,
  column: Column,
  row: Record<string, unknown>,
  index: number,
): unknown {
  const value = row[column.name];
  if (value === undefined) throw new Error(`Row ${index} for ${table} has no ${column.name}.`);
  return value;
}
