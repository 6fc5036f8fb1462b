import type { TimeSummary } from "@heddle/contract";
import { histogram } from "./histogram";

/** Collects instants, in milliseconds since 1970. */
export class Times {
  #values: Float64Array | null = null;
  #length = 0;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  add(time: number): void {
    this.#values ??= new Float64Array(this.#size);
    this.#values[this.#length++] = time;
  }

  get count(): number {
    return this.#length;
  }

  summarize(): { time: TimeSummary; distinct: number } {
    const ascending = (this.#values ?? new Float64Array(0)).subarray(0, this.#length).sort();
    let distinct = 0;
    for (let at = 0; at < ascending.length; at++) if (ascending[at] !== ascending[at - 1]) distinct++;
    const time = {
      min: iso(ascending[0]),
      max: iso(ascending[ascending.length - 1]),
      histogram: histogram(ascending),
    };
    return { time, distinct };
  }
}

function iso(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
