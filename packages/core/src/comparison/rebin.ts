import type { Histogram } from "@heddle/contract";

/** Equal-width bins from `low` to `high`. */
export interface Bins {
  low: number;
  high: number;
  count: number;
}

/** The bins of a histogram. */
function binsOf({ low, high, counts }: Histogram): Bins {
  return { low, high, count: counts.length };
}

/** Bins that hold all values of both histograms, as many as the finer of the two has. */
export function commonBins(a: Histogram, b: Histogram): Bins {
  const [low, high] = [Math.min(a.low, b.low), Math.max(a.high, b.high)];
  return { low, high, count: low === high ? 1 : Math.max(a.counts.length, b.counts.length, 2) };
}

/**
 * The counts of a histogram on other bins. Values are taken to lie evenly within their bin, so counts may
 * become fractions; those outside of the new bins go into the outer ones. The total stays the same.
 */
export function rebin(from: Histogram, onto: Bins): number[] {
  const counts = new Array<number>(onto.count).fill(0);
  // Not low + width * index, because the distance between the largest numbers is not a finite one.
  const edge = (index: number) => {
    const share = index / from.counts.length;
    return from.low * (1 - share) + from.high * share;
  };
  from.counts.forEach((count, index) => {
    if (count === 0) return;
    const low = placeOf(edge(index), onto);
    const high = placeOf(edge(index + 1), onto);
    spread(counts, count, low, high);
  });
  return counts;
}

/** Where a value lies, in bins from the lowest end: 0 to `count`. */
function placeOf(value: number, { low, high, count }: Bins): number {
  if (high === low) return 0;
  const share = (value / 2 - low / 2) / (high / 2 - low / 2);
  return share * count;
}

/** Adds `count` values that lie evenly between two places. */
function spread(counts: number[], count: number, low: number, high: number): void {
  const last = counts.length - 1;
  const clamp = (bin: number) => Math.min(last, Math.max(0, bin));
  const add = (bin: number, share: number) => {
    counts[clamp(bin)] = (counts[clamp(bin)] ?? 0) + count * share;
  };
  const span = high - low;
  // A bin without width, or one so narrow that its share cannot be told, lies where it begins.
  if (!(span > 1e-9)) {
    add(Math.floor(low + 1e-9), 1);
    return;
  }
  const below = Math.min(span, Math.max(0, -low));
  const above = Math.min(span, Math.max(0, high - counts.length));
  if (below > 0) add(0, below / span);
  if (above > 0) add(last, above / span);
  const [first, end] = [Math.max(0, low), Math.min(counts.length, high)];
  for (let bin = Math.floor(first); bin < end; bin++) {
    const part = Math.min(end, bin + 1) - Math.max(first, bin);
    if (part > 0) add(bin, part / span);
  }
}

/**
 * Both sides of a picture on the same bins: those of before, so that its picture never changes; common
 * ones where all its values are equal, because a single bin would hide what moved.
 */
export function onSameBins(
  before: Histogram,
  after: Histogram,
  bins: "before" | "common" = "before",
): { bins: Bins; before: number[]; after: number[] } {
  const onto = bins === "common" || before.low === before.high ? commonBins(before, after) : binsOf(before);
  return { bins: onto, before: rebin(before, onto), after: rebin(after, onto) };
}
