import { z } from "zod";

/** Control characters, halves of surrogate pairs and line ends, in words that clients in other languages know, too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const NO_CONTROLS = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]*$/u;

/**
 * One line of text that people see, as a name: without line breaks and control characters. PostgreSQL has
 * no text with NUL in it, and no JSON with half a surrogate pair.
 */
export function lineOfText(max: number) {
  return z.string().trim().min(1).max(max).regex(NO_CONTROLS, { error: "A name is one line." });
}
