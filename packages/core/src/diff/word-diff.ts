import { diffWordsWithSpace } from "diff";

/** A part of a line: from its first character up to `end`, which is not in it. */
export type Part = readonly [start: number, end: number];

/** Lines longer than this are tinted as a whole. */
const LONGEST = 1000;
const MOST_EDITS = 120;

/** The words that differ between a line and the one that took its place; null when little is left of it. */
export function diffWords(before: string, after: string): { before: Part[]; after: Part[] } | null {
  if (before.length > LONGEST || after.length > LONGEST) return null;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  const parts = { before: [] as Part[], after: [] as Part[] };
  let [old, young, kept] = [0, 0, 0];
  for (const { value, added, removed } of changes) {
    if (removed) parts.before.push([old, old + value.length]);
    if (added) parts.after.push([young, young + value.length]);
    if (!added && !removed) kept += value.trim().length;
    if (!added) old += value.length;
    if (!removed) young += value.length;
  }
  const longer = Math.max(before.trim().length, after.trim().length);
  return kept * 3 < longer ? null : parts;
}
