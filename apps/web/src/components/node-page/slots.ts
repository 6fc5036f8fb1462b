import type { HistoryRun } from "@heddle/core";
import { quantileOf } from "@heddle/core/node/quantile";
import type { Series } from "./node-params";
import { figureOf } from "./series";

/** More places than these are not told apart by eye. */
const MOST_SLOTS = 200;

/** A place on the axis: one run, or in a long history several next to each other. */
export interface Slot {
  runs: HistoryRun[];
  /** Place of the first of its runs. */
  first: number;
  /** The median where there are several; null where nothing was recorded. */
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * Places of equal width, oldest first. Of more than `most` runs as many as needed share one, but never across
 * a change of the node's revision: a step is not averaged away. There may be somewhat more places then.
 */
export function slotsOf(runs: readonly HistoryRun[], series: Series, most = MOST_SLOTS): Slot[] {
  const size = Math.max(1, Math.ceil(runs.length / most));
  const slots: Slot[] = [];
  let first = 0;
  for (let index = 1; index <= runs.length; index++) {
    const [last, next] = [runs[index - 1], runs[index]];
    if (next && index - first < size && next.revision === last?.revision) continue;
    slots.push(slotOf(runs.slice(first, index), first, series));
    first = index;
  }
  return slots;
}

function slotOf(runs: HistoryRun[], first: number, series: Series): Slot {
  const values = runs.flatMap((run) => figureOf(run, series) ?? []);
  if (values.length === 0) return { runs, first, value: null, low: null, high: null };
  return { runs, first, value: quantileOf(values, 0.5), low: Math.min(...values), high: Math.max(...values) };
}

/** Whether the node's revision in this place is another one than before it. */
export function isNewRevision(slots: readonly Slot[], index: number): boolean {
  const [before, now] = [slots[index - 1]?.runs.at(-1), slots[index]?.runs[0]];
  return before !== undefined && now !== undefined && before.revision !== now.revision;
}
