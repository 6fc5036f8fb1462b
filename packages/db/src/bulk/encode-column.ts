import { type Column, type ColumnType, cast } from "./column";
import { sanitizedJson, sanitizeText } from "./sanitize";

/** The values of one column, as pg puts them into an array parameter. */
export function encodeColumn(
  table: string,
  column: Column,
  rows: readonly Record<string, unknown>[],
): unknown[] {
  return rows.map((row, index) => {
    const value = row[column.name];
    if (value === undefined) throw new Error(`Row ${index} for ${table} has no ${column.name}.`);
    return value === null && column.type !== "jsonb not null" ? null : encode(column.type, value);
  });
}

function encode(type: ColumnType, value: unknown): unknown {
  if (cast(type) === "jsonb") return sanitizedJson(value);
  if (type === "text[]") return arrayLiteral(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return sanitizeText(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value;
}

function arrayLiteral(value: unknown): string {
  if (!Array.isArray(value)) throw new TypeError("A text[] column takes an array of strings.");
  const items = value.map((item) => `"${sanitizeText(String(item)).replace(/["\\]/g, "\\$&")}"`);
  return `{${items.join(",")}}`;
}
