import { z } from "zod";

const MOST_WORDS = 6;

/** What somebody types into a search. PostgreSQL has no text with NUL in it. */
export const searchText = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/);

/** The words of a search, all of which must be found. More than six are left out. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}
