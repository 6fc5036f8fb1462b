import { HyperLogLog } from "./hyperloglog";

/** Different values that are told apart exactly; above it their number is an estimate. */
export const EXACT_DISTINCT = 5000;
/** Longer texts are told apart by their length, beginning, middle and end, so that 10 MB cost no more. */
const KEY_LENGTH = 4096;

/** Counts how often each text occurs, and how many different ones there are. */
export class ValueCounter {
  readonly #counts = new Map<string, number>();
  #sketch: HyperLogLog | null = null;
  #shortened = false;

  add(text: string): void {
    const key = text.length > KEY_LENGTH ? this.#shorten(text) : text;
    const count = this.#counts.get(key);
    if (count !== undefined) this.#counts.set(key, count + 1);
    else if (this.#counts.size < EXACT_DISTINCT) this.#counts.set(key, 1);
    else this.#overflow().add(key);
  }

  get distinct(): { count: number; exact: boolean } {
    if (this.#sketch === null) return { count: this.#counts.size, exact: !this.#shortened };
    return { count: this.#counts.size + this.#sketch.estimate(), exact: false };
  }

  /** The values with their counts, most frequent first, ties in the order of their text. */
  top(limit: number): [string, number][] {
    const byCount = (a: [string, number], b: [string, number]) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
    return [...this.#counts].sort(byCount).slice(0, limit);
  }

  // The sketch holds only what the map does not, so the two numbers add up.
  #overflow(): HyperLogLog {
    this.#sketch ??= new HyperLogLog();
    return this.#sketch;
  }

  #shorten(text: string): string {
    this.#shortened = true;
    const middle = text.length >> 1;
    return `${text.slice(0, 1024)}${text.slice(middle, middle + 1024)}${text.slice(-1024)}${text.length}`;
  }
}
