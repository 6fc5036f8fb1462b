import type { Stretch } from "@heddle/core/diff/line-diff";
import { diffWords, type Part } from "@heddle/core/diff/word-diff";

export interface ChangedWords {
  /** By the line's place on its side, from 0. */
  before: ReadonlyMap<number, readonly Part[]>;
  after: ReadonlyMap<number, readonly Part[]>;
}

/** More pairs of lines than this keep the tint of the whole line only. */
const MOST_PAIRS = 400;

/** The words that differ in lines that took the place of others. */
export function changedWords(
  stretches: readonly Stretch[],
  before: readonly string[],
  after: readonly string[],
): ChangedWords {
  const words = { before: new Map<number, readonly Part[]>(), after: new Map<number, readonly Part[]>() };
  const pairs = stretches.filter(({ same }) => !same).flatMap(pairsOf);
  for (const [old, young] of pairs.slice(0, MOST_PAIRS)) {
    const parts = diffWords(before[old] ?? "", after[young] ?? "");
    if (!parts) continue;
    words.before.set(old, parts.before);
    words.after.set(young, parts.after);
  }
  return words;
}

function pairsOf({ before, after }: Stretch): [number, number][] {
  const length = Math.min(before.count, after.count);
  return Array.from({ length }, (_, i) => [before.start + i, after.start + i]);
}
