const MOST_LISTED = 10;

/** How to go on after a name that is not there: the one that was probably meant, or those that there are. */
export function insteadOf(wanted: string, known: readonly string[]): string {
  const [nearest] = known
    .map((name) => ({ name, distance: distance(wanted, name) }))
    .sort((a, b) => a.distance - b.distance);
  if (!nearest) return "There is none yet.";
  if (nearest.distance <= Math.max(1, Math.floor(wanted.length / 3))) return `Did you mean ${nearest.name}?`;
  const listed = [...known].sort().slice(0, MOST_LISTED);
  const more = known.length - listed.length;
  return `There is ${listed.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

/** Levenshtein's: how many letters to add, drop or change to get from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
