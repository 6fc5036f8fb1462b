import type { NumericSummary } from "@heddle/contract";
import { histogram } from "./histogram";
import { moments } from "./moments";
import { quantiles } from "./quantiles";

/** Collects the numbers of a column; `size` is an upper bound of how many will come. */
export class Numbers {
  #values: Float64Array | null = null;
  #length = 0;
  #nan = 0;
  #infinite = 0;
  #infinities: Set<number> | null = null;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  add(value: number): void {
    if (Number.isFinite(value)) {
      this.#values ??= new Float64Array(this.#size);
      this.#values[this.#length++] = value;
    } else if (Number.isNaN(value)) this.#nan++;
    else {
      this.#infinite++;
      this.#infinities ??= new Set();
      this.#infinities.add(value);
    }
  }

  get count(): number {
    return this.#length + this.#nan + this.#infinite;
  }

  /** Figures, and how many different numbers there are (all NaN are one). */
  summarize(): { numeric: NumericSummary; distinct: number } {
    const ascending = (this.#values ?? new Float64Array(0)).subarray(0, this.#length);
    // The order that the values came in is given up: Welford's method does not depend on it.
    ascending.sort();
    const min = ascending[0];
    const max = ascending[ascending.length - 1];
    const figures = moments(ascending, Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0)));
    const tally = countAscending(ascending);
    const numeric: NumericSummary = {
      nan: this.#nan,
      infinite: this.#infinite,
      zeros: tally.zeros,
      negative: tally.negative,
      min: min === undefined ? null : min + 0,
      max: max === undefined ? null : max + 0,
      mean: figures && min !== undefined && max !== undefined ? clamp(figures.mean, min, max) + 0 : null,
      std: figures?.std ?? null,
      quantiles: quantiles(ascending),
      histogram: histogram(ascending),
    };
    return { numeric, distinct: tally.distinct + Math.min(1, this.#nan) + (this.#infinities?.size ?? 0) };
  }
}

function countAscending(ascending: Float64Array) {
  let distinct = 0;
  let zeros = 0;
  let negative = 0;
  let previous = Number.NaN;
  for (const value of ascending) {
    if (value !== previous) distinct++;
    if (value === 0) zeros++;
    else if (value < 0) negative++;
    previous = value;
  }
  return { distinct, zeros, negative };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
