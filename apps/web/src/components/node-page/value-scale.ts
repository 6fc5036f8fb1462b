import { quantileOf } from "@heddle/core/node/quantile";

export interface ValueScale {
  low: number;
  high: number;
  ticks: number[];
}

const TICKS = 8;
/** Fewer values than these have no usual range. */
const FEWEST = 5;

/** A step of 1, 2 or 5 times a power of ten. */
function niceStep(span: number): number {
  const rough = span / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((one) => one * power >= rough) ?? 10;
  return factor * power;
}

/** Where an axis begins and ends so that all values are on it, and the round numbers in between. */
export function valueScale(values: readonly number[]): ValueScale {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return { low: 0, high: 1, ticks: [] };
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const flat = most - least === 0;
  const pad = flat ? Math.max(Math.abs(most) * 0.1, 1e-9) : (most - least) * 0.08;
  // Nothing goes below zero that does not do so by itself.
  const low = least >= 0 ? Math.max(0, least - pad) : least - pad;
  const high = most + pad;
  const step = niceStep(high - low);
  if (!Number.isFinite(step) || step <= 0) return { low, high, ticks: [] };
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step); tick * step <= high && ticks.length < 12; tick++) {
    ticks.push(Number((tick * step).toPrecision(12)));
  }
  return { low, high, ticks };
}

/** Share of the height at which a value stands, from the top. */
export function heightOf(value: number, { low, high }: Pick<ValueScale, "low" | "high">): number {
  return high > low ? 1 - (value - low) / (high - low) : 0.5;
}

/** The middle 80 % of the values; null when they are too few to call anything usual. */
export function usualBand(values: readonly number[]): { low: number; high: number } | null {
  if (values.length < FEWEST) return null;
  return { low: quantileOf(values, 0.1), high: quantileOf(values, 0.9) };
}
