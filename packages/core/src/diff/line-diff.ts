import { diffArrays } from "diff";

/** Lines that are the same on both sides, or a place where some went and others came. Lines count from 0. */
export interface Stretch {
  same: boolean;
  /** Its first line on each side, and how many there are. */
  before: { start: number; count: number };
  after: { start: number; count: number };
}

/** Texts that differ in more lines are not matched line by line: it would take seconds and tell nothing. */
const MOST_EDITS = 2000;

/** What turns some lines into others, as stretches in order that together hold every line of both sides. */
export function diffLines(before: readonly string[], after: readonly string[]): Stretch[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = before.slice(head, before.length - tail);
  const young = after.slice(head, after.length - tail);
  const changes = diffArrays(old, young, { maxEditLength: MOST_EDITS }) ?? [
    { added: false, removed: true, count: old.length },
    { added: true, removed: false, count: young.length },
  ];
  const stretches: Stretch[] = [];
  append(stretches, true, head, head);
  for (const { added, removed, count } of changes) {
    append(stretches, !added && !removed, added ? 0 : count, removed ? 0 : count);
  }
  append(stretches, true, tail, tail);
  return stretches;
}

/** Adds lines to the end; neighbours of one kind become one stretch. */
function append(stretches: Stretch[], same: boolean, before: number, after: number): void {
  if (before === 0 && after === 0) return;
  const last = stretches.at(-1);
  if (last?.same === same) {
    last.before.count += before;
    last.after.count += after;
    return;
  }
  const start = (side: "before" | "after") => (last ? last[side].start + last[side].count : 0);
  stretches.push({
    same,
    before: { start: start("before"), count: before },
    after: { start: start("after"), count: after },
  });
}

/** How many lines came and went. */
export function countLines(stretches: readonly Stretch[]): { added: number; removed: number } {
  const changed = stretches.filter(({ same }) => !same);
  return {
    added: changed.reduce((sum, { after }) => sum + after.count, 0),
    removed: changed.reduce((sum, { before }) => sum + before.count, 0),
  };
}
