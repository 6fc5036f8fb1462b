/** The one of `known` that was probably meant by `name`, or null. */
function closest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    // Of a name of one letter, any other letter is as near as can be.
    if (distance < least && distance < Math.max(name.length, candidate.length)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** ` Did you mean 'spend'?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const suggestion = closest(name, known);
  return suggestion === null ? "" : ` Did you mean '${suggestion}'?`;
}

/** What to say about each member of `given` that is no option of `owner`. */
export function unknownOptions(owner: string, given: object, options: readonly string[]): string[] {
  const unknown = Object.keys(given).filter((name) => !options.includes(name));
  return unknown.map(
    (name) =>
      `${owner} has no option '${name}'.${didYouMean(name, options)} The options are ${options.join(", ")}.`,
  );
}

/** Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
