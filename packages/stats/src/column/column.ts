import type { ColumnKind, ColumnProfile } from "@heddle/contract";
import { typeName } from "../shape/type-name";
import { parseIsoDate } from "./iso-date";
import { Numbers } from "./numbers";
import { Texts } from "./texts";
import { Times } from "./times";
import { topValues } from "./top-values";
import { ValueCounter } from "./value-counter";

const MOST_TYPES = 4;

/** Collects one column, value by value, and says what it is. Adding never throws. */
export class Column {
  readonly #numbers: Numbers;
  readonly #texts = new Texts();
  readonly #dates: Times;
  readonly #textDates: Times;
  readonly #booleans = new ValueCounter();
  readonly #others = new Set<unknown>();
  readonly #types = new Set<string>();
  #count = 0;
  #missing = 0;
  #booleanCount = 0;
  #otherCount = 0;
  #unsafe = false;
  #datesOnly = true;

  constructor(size: number) {
    this.#numbers = new Numbers(size);
    this.#dates = new Times(size);
    this.#textDates = new Times(size);
  }

  add(value: unknown): void {
    this.#count++;
    switch (typeof value) {
      case "number":
        this.#numbers.add(value);
        break;
      case "string":
        this.#addText(value);
        break;
      case "boolean":
        this.#booleanCount++;
        this.#booleans.add(String(value));
        break;
      case "bigint":
        this.#types.add("bigint");
        this.#unsafe ||= value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
        this.#numbers.add(Number(value));
        break;
      default:
        this.#addObject(value);
    }
  }

  /** A value that could not be read: its getter threw. */
  addUnreadable(): void {
    this.#count++;
    this.#missing++;
  }

  #addText(text: string): void {
    this.#texts.add(text);
    if (!this.#datesOnly) return;
    const time = parseIsoDate(text);
    this.#datesOnly = !Number.isNaN(time);
    if (this.#datesOnly) this.#textDates.add(time);
  }

  #addObject(value: unknown): void {
    if (value === null || value === undefined) {
      this.#missing++;
    } else if (value instanceof Date) {
      const time = value.getTime();
      this.#types.add("Date");
      if (Number.isNaN(time)) this.#missing++;
      else this.#dates.add(time);
    } else {
      this.#otherCount++;
      if (this.#types.size < MOST_TYPES) this.#types.add(typeName(value));
      this.#others.add(value);
    }
  }

  /** `dataType` names the column when its values do not, as that of a typed array does. */
  profile(name: string, sampled: boolean, dataType?: string): ColumnProfile {
    const kind = this.#kind();
    const column: ColumnProfile = {
      name,
      kind,
      dataType: dataType ?? this.#dataType(),
      count: this.#count,
      missing: this.#missing,
      distinct: { count: 0, exact: true },
    };
    const distinct = [this.#others.size, this.#booleans.distinct.count];
    if (this.#numbers.count > 0) {
      const figures = this.#numbers.summarize();
      column.numeric = figures.numeric;
      distinct.push(figures.distinct);
    }
    if (this.#texts.count > 0) {
      distinct.push(this.#texts.distinct.count);
      if (kind === "categorical") column.top = this.#texts.top();
      else if (kind !== "datetime") column.text = this.#texts.summarize();
    }
    if (this.#dates.count > 0) {
      const figures = this.#dates.summarize();
      column.time = figures.time;
      distinct.push(figures.distinct);
    } else if (kind === "datetime") column.time = this.#textDates.summarize().time;
    if (kind === "boolean") column.top = topValues(this.#booleans);
    const exact = !sampled && !this.#unsafe && this.#otherCount === 0 && this.#texts.distinct.exact;
    column.distinct = { count: distinct.reduce((sum, part) => sum + part, 0), exact };
    return column;
  }

  #kind(): ColumnKind {
    const kinds: ColumnKind[] = [];
    if (this.#numbers.count > 0) kinds.push("numeric");
    if (this.#booleanCount > 0) kinds.push("boolean");
    if (this.#dates.count > 0) kinds.push("datetime");
    if (this.#texts.count > 0) kinds.push(this.#datesOnly ? "datetime" : this.#texts.kind());
    if (this.#otherCount > 0) kinds.push("mixed");
    return kinds.length > 1 ? "mixed" : (kinds[0] ?? "empty");
  }

  #dataType(): string {
    const names: string[] = [];
    if (this.#numbers.count > 0 && !this.#types.has("bigint")) names.push("number");
    if (this.#texts.count > 0) names.push("string");
    if (this.#booleanCount > 0) names.push("boolean");
    names.push(...this.#types);
    return names.length === 0 ? "unknown" : names.slice(0, MOST_TYPES).join(" | ");
  }
}
