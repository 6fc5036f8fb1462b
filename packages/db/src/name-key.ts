import { createHash } from "node:crypto";
import { sanitizeText } from "./bulk/sanitize";

/** A B-tree entry ends at about 2,700 bytes, and a key holds up to three names. */
const LONGEST = 500;

/** Whether a key stands for a longer name, whose text is in `name_text`. */
export function isLongKey(key: string): boolean {
  return Buffer.byteLength(key) > LONGEST;
}

/**
 * What stands for a name in keys. A name over 500 bytes is keyed by its first 500 bytes, cut between
 * characters, and its SHA-256; `long` then asks for its text to be kept in `name_text`. Such a key is
 * itself longer than 500 bytes, so it never equals a short name.
 */
export function nameKey(name: string): { key: string; long: boolean } {
  const clean = sanitizeText(name);
  const bytes = Buffer.from(clean);
  if (bytes.length <= LONGEST) return { key: clean, long: false };
  let end = LONGEST;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { key: `${bytes.toString("utf8", 0, end)}~${hash}`, long: true };
}
