/** As the server ranks names: 0 is the word, 1 begins with it, 2 has a word that does, 3 has it, 4 has not. */
function fitOf(text: string, word: string): number {
  const [whole, wanted] = [text.toLowerCase(), word.toLowerCase()];
  if (whole === wanted) return 0;
  if (whole.startsWith(wanted)) return 1;
  if (["_", ".", "-", "/", " ", ":"].some((sign) => whole.includes(sign + wanted))) return 2;
  return whole.includes(wanted) ? 3 : 4;
}

/** How well a text fits all the words: as well as the one that fits worst; 4 does not fit. */
export function fits(text: string, words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => fitOf(text, word)));
}

/** What fits, best first; equals stay in their order. */
export function bestFirst<Item extends { label: string; also?: string }>(
  items: readonly Item[],
  words: readonly string[],
): Item[] {
  return items
    .map((item) => ({
      item,
      fit: Math.min(fits(item.label, words), fits(`${item.also ?? ""} ${item.label}`, words) + 0.5),
    }))
    .filter(({ fit }) => fit < 4)
    .sort((a, b) => a.fit - b.fit)
    .map(({ item }) => item);
}
