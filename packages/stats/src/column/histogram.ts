import type { Histogram } from "@heddle/contract";

const BINS = 64;

/** Histogram of ascending finite values: 64 bins of equal width, or a single one when all are equal. */
export function histogram(ascending: Float64Array): Histogram | null {
  const low = ascending[0];
  const high = ascending[ascending.length - 1];
  if (low === undefined || high === undefined) return null;
  if (low === high) return { low: low + 0, high: high + 0, counts: [ascending.length] };
  const counts = new Array<number>(BINS).fill(0);
  // Halves, because the distance between -1e308 and 1e308 is not a finite number.
  const half = Number.isFinite(high - low) ? 1 : 0.5;
  const width = high * half - low * half;
  for (const value of ascending) {
    const bin = Math.min(BINS - 1, Math.floor(((value * half - low * half) / width) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { low: low + 0, high: high + 0, counts };
}
