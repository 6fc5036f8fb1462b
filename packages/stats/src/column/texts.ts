import type { ColumnKind, TextSummary, TopValue } from "@heddle/contract";
import { topValues } from "./top-values";
import { ValueCounter } from "./value-counter";

const ALWAYS_CATEGORICAL = 20;
const MOST_CATEGORIES = 1000;
const CATEGORY_SHARE = 0.2;
const CATEGORY_LENGTH = 64;

/** Collects the strings of a column. */
export class Texts {
  readonly #values = new ValueCounter();
  #count = 0;
  #empty = 0;
  #length = 0;
  #minLength = Number.POSITIVE_INFINITY;
  #maxLength = 0;

  add(text: string): void {
    const length = text.length;
    this.#count++;
    this.#length += length;
    if (length === 0) this.#empty++;
    if (length < this.#minLength) this.#minLength = length;
    if (length > this.#maxLength) this.#maxLength = length;
    this.#values.add(text);
  }

  get count(): number {
    return this.#count;
  }

  get distinct(): { count: number; exact: boolean } {
    return this.#values.distinct;
  }

  /**
   * Categorical: strings of 64 units or less on average, that have at most 20 different values, or at
   * most 1,000 where every value occurs five times on average. Everything else is text.
   */
  kind(): ColumnKind {
    const distinct = this.distinct.count;
    if (this.#length / this.#count > CATEGORY_LENGTH) return "text";
    if (distinct <= ALWAYS_CATEGORICAL) return "categorical";
    return distinct <= MOST_CATEGORIES && distinct <= this.#count * CATEGORY_SHARE ? "categorical" : "text";
  }

  top(): TopValue[] {
    return topValues(this.#values);
  }

  summarize(): TextSummary {
    return {
      minLength: this.#minLength,
      maxLength: this.#maxLength,
      meanLength: this.#length / this.#count,
      empty: this.#empty,
    };
  }
}
