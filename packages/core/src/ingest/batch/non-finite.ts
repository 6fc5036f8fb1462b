const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** What Python's json module writes for numbers that JSON does not have. */
const NON_FINITE = ["-Infinity", "Infinity", "NaN"].map((text) => Buffer.from(text));
const FIRST_BYTES = NON_FINITE.map((word) => word[0]);
const NULL = Buffer.from("null");

/**
 * JSON in UTF-8 with null in place of NaN and infinities outside of strings. Byte by byte into one buffer:
 * pieces of text, or a regular expression for strings, take half a minute on text made for it.
 */
export function withoutNonFinite(json: Uint8Array): Uint8Array {
  const from = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
  // "NaN" is a byte shorter than "null".
  const to = Buffer.allocUnsafe(Math.ceil((json.byteLength * NULL.length) / 3));
  let written = 0;
  let inString = false;
  for (let at = 0; at < from.length; at++) {
    const byte = from[at] ?? 0;
    const word = !inString && FIRST_BYTES.includes(byte) ? wordAt(from, at) : undefined;
    if (word) {
      for (const letter of NULL) to[written++] = letter;
      at += word.length - 1;
      continue;
    }
    to[written++] = byte;
    if (byte === QUOTE) inString = !inString;
    else if (byte === BACKSLASH && inString && at + 1 < from.length) to[written++] = from[++at] ?? 0;
  }
  return to.subarray(0, written);
}

function wordAt(json: Buffer, at: number): Buffer | undefined {
  return NON_FINITE.find((word) => startsAt(json, at, word));
}

function startsAt(json: Buffer, at: number, word: Buffer): boolean {
  for (let index = 0; index < word.length; index++) {
    if (json[at + index] !== word[index]) return false;
  }
  return true;
}
