/** Probabilities at which a profile gives quantiles. */
const PROBABILITIES: readonly number[] = [
  0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99,
];

/** The quantiles of a profile; of equal values only the median, which is all of them. */
export function quantiles(ascending: Float64Array): { p: number[]; values: number[] } {
  if (ascending.length === 0) return { p: [], values: [] };
  const p = ascending[0] === ascending[ascending.length - 1] ? [0.5] : [...PROBABILITIES];
  return { p, values: p.map((one) => quantile(ascending, one) + 0) };
}

/**
 * Quantile of ascending values by definition 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50(4), 1996: linear between the order statistics
 * around (n - 1) p, which is what R, NumPy and pandas do by default.
 */
export function quantile(ascending: Float64Array, p: number): number {
  const position = (ascending.length - 1) * p;
  const index = Math.floor(position);
  const below = ascending[index] ?? Number.NaN;
  const above = ascending[Math.min(index + 1, ascending.length - 1)] ?? below;
  const part = position - index;
  const step = above - below;
  return Number.isFinite(step) ? below + step * part : below * (1 - part) + above * part;
}
