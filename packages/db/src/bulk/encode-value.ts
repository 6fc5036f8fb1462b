import { type ColumnType, cast } from "./column";
import { sanitizedJson, sanitizeText } from "./sanitize";

/** The value of a column as PostgreSQL reads it: text, or what pg makes text of. null is SQL's. */
export function encodeValue(type: ColumnType, value: unknown): unknown {
  if (value === null && type !== "jsonb not null") return null;
  if (cast(type) === "jsonb") return sanitizedJson(value);
  if (type === "text[]") return arrayLiteral(value);
  if (typeof value === "string") return sanitizeText(value);
  if (typeof value === "bigint") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value;
}

function arrayLiteral(value: unknown): string {
  if (!Array.isArray(value)) throw new TypeError("A text[] column takes an array of strings.");
  const items = value.map((item) => `"${sanitizeText(String(item)).replace(/["\\]/g, "\\$&")}"`);
  return `{${items.join(",")}}`;
}
