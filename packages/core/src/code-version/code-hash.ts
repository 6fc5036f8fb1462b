import { createHash } from "node:crypto";

/** Names the way in which `codeHash` and `closureHashes` work; hashes of different ways are never compared. */
export const HASH_ALGORITHM = "slice-1";

/** Lines of a text, both ends included, counted from 1. */
export function sliceLines(text: string, startLine: number, endLine: number): string {
  return text
    .split(/\r\n|\r|\n/)
    .slice(startLine - 1, endLine)
    .join("\n");
}

/** SHA-256 of a piece of code without what editors change by themselves: line ends, trailing space, common indentation. */
export function codeHash(code: string): string {
  const lines = code.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const common = indents.length === 0 ? 0 : indents.reduce((a, b) => Math.min(a, b));
  const text = lines
    .map((line) => line.slice(common))
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
  return createHash("sha256").update(text).digest("hex");
}
