export interface Moments {
  mean: number;
  /** Sample standard deviation (n - 1); null below two values. */
  std: number | null;
}

/**
 * Mean and standard deviation in one pass: B. P. Welford, "Note on a method for calculating corrected
 * sums of squares and products", Technometrics 4(3), 1962. `largest` is the greatest absolute value: a
 * power of two near it scales the values, so that squares neither overflow at 1e308 nor vanish at 1e-300.
 */
export function moments(values: Float64Array, largest: number): Moments | null {
  if (values.length === 0) return null;
  const exponent = largest > 0 ? Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest)))) : 0;
  const scale = 2 ** -exponent;
  let mean = 0;
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const value = (values[index] ?? 0) * scale;
    const delta = value - mean;
    mean += delta / (index + 1);
    squares += delta * (value - mean);
  }
  const std = values.length < 2 ? null : finite(Math.sqrt(squares / (values.length - 1)) / scale);
  return { mean: mean / scale, std };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
