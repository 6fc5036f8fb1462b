const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Positions of `wanted` of `total` rows, ascending, always the same: one of each stretch of equal length,
 * shifted within it by multiples of the golden ratio, so that a period in the data does not align.
 * Null when all rows are wanted.
 */
export function samplePositions(total: number, wanted: number): Float64Array | null {
  if (total <= wanted) return null;
  const stretch = total / wanted;
  return Float64Array.from({ length: wanted }, (_, index) =>
    Math.min(total - 1, Math.floor((index + ((index * GOLDEN) % 1)) * stretch)),
  );
}
