import type { Column } from "./column";
import { memberOf } from "./encode-column";
import { encodeValue } from "./encode-value";

/** Characters of text that are sent at once: enough to keep the server busy, little enough to stay in memory. */
const PIECE = 128 * 1024;

/** Rows in the text format of COPY, in pieces of whole rows. */
export function* copyText(
  table: string,
  columns: readonly Column[],
  rows: readonly Record<string, unknown>[],
): Generator<Buffer> {
  let piece = "";
  for (const [index, row] of rows.entries()) {
    let before = "";
    for (const column of columns) {
      piece += before + fieldOf(column, memberOf(table, column, row, index));
      before = "\t";
    }
    piece += "\n";
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  if (piece.length > 0) yield Buffer.from(piece);
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function fieldOf({ type }: Column, value: unknown): string {
  if (typeof value === "number" && type !== "jsonb" && type !== "jsonb not null") return `${value}`;
  const encoded = encodeValue(type, value);
  if (encoded === null) return "\\N";
  if (typeof encoded === "string") return isPlain(encoded) ? encoded : escaped(encoded);
  if (Buffer.isBuffer(encoded)) return `\\\\x${encoded.toString("hex")}`;
  return String(encoded);
}

/** Several times faster than a regular expression on the long JSON that most text is. */
function isPlain(text: string): boolean {
  return !(text.includes("\\") || text.includes("\t") || text.includes("\n") || text.includes("\r"));
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (found) => ESCAPED[found] ?? found);
}
