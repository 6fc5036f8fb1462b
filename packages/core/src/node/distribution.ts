import type { Histogram, TopValue } from "@heddle/contract";
import { quantileOf } from "./quantile";

/** Rows of the strip that shows distributions over runs. */
export const BINS = 14;
/** Values that get a row of their own; the rest share one. */
const VALUES = 8;

/** What one run's profile tells of a column's distribution. */
export interface Spread {
  histogram: Histogram | null;
  /** Values at 1 % and 99 %, as far as they are stored. */
  low: number | null;
  high: number | null;
  top: TopValue[] | null;
  /** Values that are not missing. */
  present: number;
}

/** Shares of the values in common rows, per run; null for a run without a distribution. */
export interface Distribution {
  /** `edges` has one more than there are rows; `values` are names, the last of which may be null: all others. */
  rows: { kind: "bins"; edges: number[] } | { kind: "values"; values: (string | null)[] };
  /** Per run, from the lowest bin or the most frequent value on: parts of 1,000. */
  cells: (number[] | null)[];
}

/**
 * Puts the distributions of several runs into common rows.
 *
 * Numbers and times: `BINS` bins of equal width. They reach from the 5 % quantile of the runs' lower ends to
 * the 95 % quantile of their upper ends (1 % and 99 % of the values where stored, else minimum and maximum),
 * so that one wild run does not flatten all others; what lies outside counts in the outermost bin. A bin of a
 * profile that overlaps several common bins is shared among them in proportion to the overlap.
 * Categories: the most frequent values over all runs, and all others in one row.
 */
export function commonDistribution(spreads: readonly (Spread | null)[]): Distribution | null {
  const histograms = spreads.filter((spread) => spread?.histogram);
  if (histograms.length > 0) return binned(spreads);
  return spreads.some((spread) => spread?.top && spread.top.length > 0) ? byValue(spreads) : null;
}

function binned(spreads: readonly (Spread | null)[]): Distribution | null {
  const ends = spreads.flatMap((spread) => (spread?.histogram ? [endsOf(spread, spread.histogram)] : []));
  const low = quantileOf(
    ends.map((end) => end.low),
    0.05,
  );
  const high = quantileOf(
    ends.map((end) => end.high),
    0.95,
  );
  const edges = edgesBetween(low, high);
  const cells = spreads.map((spread) =>
    spread?.histogram ? perMille(rebin(spread.histogram, edges)) : null,
  );
  return { rows: { kind: "bins", edges }, cells };
}

function endsOf(spread: Spread, histogram: Histogram) {
  return { low: spread.low ?? histogram.low, high: spread.high ?? histogram.high };
}

/** Ends of bins of equal width; a range without width gets one around its only value. */
export function edgesBetween(low: number, high: number): number[] {
  const [from, to] = low <= high ? [low, high] : [high, low];
  const pad = from === to ? Math.max(0.5, Math.abs(from) * 0.05) : 0;
  // Shares of both ends, because the distance between -1e308 and 1e308 is not a finite number.
  return Array.from({ length: BINS + 1 }, (_, index) => {
    const part = index / BINS;
    return (from - pad) * (1 - part) + (to + pad) * part;
  });
}

/** Counts of a histogram in bins with other ends. Their sum stays; what lies outside goes to the outermost bins. */
export function rebin({ low, high, counts }: Histogram, edges: readonly number[]): number[] {
  const out = new Array<number>(edges.length - 1).fill(0);
  const width = high / counts.length - low / counts.length;
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue;
    const from = low + width * index;
    const to = from + width;
    for (let bin = 0; bin < out.length; bin++) {
      const part = overlap(from, to, lowerEnd(edges, bin), upperEnd(edges, bin));
      if (part > 0) out[bin] = (out[bin] ?? 0) + count * part;
    }
  }
  return out;
}

const lowerEnd = (edges: readonly number[], bin: number) =>
  bin === 0 ? Number.NEGATIVE_INFINITY : (edges[bin] ?? 0);
const upperEnd = (edges: readonly number[], bin: number) =>
  bin === edges.length - 2 ? Number.POSITIVE_INFINITY : (edges[bin + 1] ?? 0);

/** Share of the range from..to that lies in low..high, whose lower end belongs to it. */
function overlap(from: number, to: number, low: number, high: number): number {
  if (!(to > from)) return from >= low && from < high ? 1 : 0;
  return Math.max(0, Math.min(to, high) - Math.max(from, low)) / (to - from);
}

function byValue(spreads: readonly (Spread | null)[]): Distribution {
  const totals = new Map<string, number>();
  for (const spread of spreads) {
    for (const { value, count } of spread?.top ?? []) totals.set(value, (totals.get(value) ?? 0) + count);
  }
  const known = [...totals].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  const named = known.slice(0, VALUES);
  const shares = spreads.map((spread) => (spread?.top ? sharesOf(spread.top, spread.present, named) : null));
  const others = shares.some((row) => (row?.at(-1) ?? 0) > 0);
  return {
    rows: { kind: "values", values: others ? [...named, null] : named },
    cells: others ? shares : shares.map((row) => (row === null ? null : row.slice(0, -1))),
  };
}

function sharesOf(top: readonly TopValue[], present: number, named: readonly string[]): number[] {
  const counts = new Map(top.map(({ value, count }) => [value, count]));
  const own = named.map((value) => counts.get(value) ?? 0);
  const sum = own.reduce((a, b) => a + b, 0);
  return perMille([...own, Math.max(0, present - sum)]);
}

/** Parts of 1,000; what is there but below 0.5 stays 1, because nothing is not little. */
function perMille(counts: readonly number[]): number[] {
  const sum = counts.reduce((a, b) => a + b, 0);
  if (sum === 0) return counts.map(() => 0);
  return counts.map((count) => (count > 0 ? Math.max(1, Math.round((count / sum) * 1000)) : 0));
}
