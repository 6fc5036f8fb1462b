import type { Add } from "../catalog/conditions";
import { containing, escapeLike } from "../catalog/like";

/** What stands before a word inside a name. */
const BEFORE = ["\\_", ".", "-", "/", " ", ":"];

/**
 * SQL for how well a name fits a word: 0 is the word, 1 begins with it, 2 has a word in it that begins with
 * it (after a sign, or with a capital inside of camelCase), 3 has it somewhere, 4 does not have it.
 */
function rankOf(column: string, word: string, add: Add): string {
  const start = escapeLike(word);
  const inside = BEFORE.map((sign) => `%${sign}${start}%`);
  const capital = `_%${escapeLike(word.charAt(0).toUpperCase() + word.slice(1))}%`;
  return `case when lower(${column}) = ${add(word.toLowerCase())} then 0
    when ${column} ilike ${add(`${start}%`)} then 1
    when ${column} ilike any(${add(inside)}::text[]) or ${column} like ${add(capital)} then 2
    when ${column} ilike ${add(containing(word))} then 3 else 4 end`;
}

/** The same for several words: as well as the word that fits worst. */
export function rankOfAll(column: string, words: readonly string[], add: Add): string {
  return `greatest(${words.map((word) => rankOf(column, word, add)).join(", ")})`;
}
