import { z } from "zod";

/**
 * One line of text that people see, as a name: without line breaks and control characters. PostgreSQL has
 * no text with NUL in it, and no JSON with half a surrogate pair.
 */
export function lineOfText(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, { error: "A name is one line." });
}
