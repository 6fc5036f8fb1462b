import type { ColumnKind, ColumnProfile, TopValue } from "@heddle/contract";
import { typeName } from "../shape/type-name";
import { parseIsoDate } from "./iso-date";
import { Numbers } from "./numbers";
import { Texts } from "./texts";
import { Times } from "./times";

const MOST_TYPES = 4;

/** Collects one column, value by value, and says what it is. Adding never throws. */
export class Column {
  readonly #size: number;
  // Made when first needed: most columns are of one kind, and many nodes give but one value.
  #numbers: Numbers | null = null;
  #texts: Texts | null = null;
  #dates: Times | null = null;
  #textDates: Times | null = null;
  #others: Set<unknown> | null = null;
  #types: Set<string> | null = null;
  #count = 0;
  #missing = 0;
  #bigints = 0;
  #trues = 0;
  #falses = 0;
  #unsafe = false;
  #datesOnly = true;

  /** `size`: an upper bound of how many values will come. */
  constructor(size: number) {
    this.#size = size;
  }

  add(value: unknown): void {
    this.#count++;
    switch (typeof value) {
      case "number":
        this.#number(value);
        break;
      case "string":
        this.#text(value);
        break;
      case "boolean":
        if (value) this.#trues++;
        else this.#falses++;
        break;
      case "bigint":
        this.#bigints++;
        this.#unsafe ||= value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
        this.#number(Number(value));
        break;
      default:
        this.#object(value);
    }
  }

  /** A value that could not be read: its getter threw. */
  addUnreadable(): void {
    this.#count++;
    this.#missing++;
  }

  #number(value: number): void {
    this.#numbers ??= new Numbers(this.#size);
    this.#numbers.add(value);
  }

  #text(text: string): void {
    this.#texts ??= new Texts();
    this.#texts.add(text);
    if (!this.#datesOnly) return;
    const time = parseIsoDate(text);
    this.#datesOnly = !Number.isNaN(time);
    if (!this.#datesOnly) return;
    this.#textDates ??= new Times(this.#size);
    this.#textDates.add(time);
  }

  #object(value: unknown): void {
    if (value === null || value === undefined) {
      this.#missing++;
      return;
    }
    this.#types ??= new Set();
    if (this.#types.size < MOST_TYPES) this.#types.add(typeName(value));
    if (value instanceof Date) this.#date(value.getTime());
    else {
      this.#others ??= new Set();
      this.#others.add(value);
    }
  }

  #date(time: number): void {
    if (Number.isNaN(time)) {
      this.#missing++;
      return;
    }
    this.#dates ??= new Times(this.#size);
    this.#dates.add(time);
  }

  /** `dataType` names the column when its values do not, as that of a typed array does. */
  profile(name: string, sampled: boolean, dataType?: string): ColumnProfile {
    const kind = this.#kind();
    const booleans = this.#topBooleans();
    let distinct = booleans.length + (this.#others?.size ?? 0);
    let exact = !sampled && !this.#unsafe && this.#others === null;
    const parts: Partial<ColumnProfile> = {};
    if (this.#numbers !== null) {
      const figures = this.#numbers.summarize();
      parts.numeric = figures.numeric;
      distinct += figures.distinct;
    }
    if (this.#texts !== null) {
      distinct += this.#texts.distinct.count;
      exact &&= this.#texts.distinct.exact;
      if (kind === "categorical") parts.top = this.#texts.top();
      else if (kind !== "datetime") parts.text = this.#texts.summarize();
    }
    if (this.#dates !== null) {
      const figures = this.#dates.summarize();
      parts.time = figures.time;
      distinct += figures.distinct;
    } else if (kind === "datetime" && this.#textDates !== null) parts.time = this.#textDates.summarize().time;
    if (kind === "boolean") parts.top = booleans;
    return {
      name,
      kind,
      dataType: dataType ?? this.#dataType(),
      count: this.#count,
      missing: this.#missing,
      distinct: { count: distinct, exact },
      ...parts,
    };
  }

  #topBooleans(): TopValue[] {
    const top = [
      { value: "true", count: this.#trues },
      { value: "false", count: this.#falses },
    ];
    return top.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  }

  #kind(): ColumnKind {
    const kinds: ColumnKind[] = [];
    if (this.#numbers !== null) kinds.push("numeric");
    if (this.#trues + this.#falses > 0) kinds.push("boolean");
    if (this.#dates !== null) kinds.push("datetime");
    if (this.#texts !== null) kinds.push(this.#datesOnly ? "datetime" : this.#texts.kind());
    if (this.#others !== null) kinds.push("mixed");
    return kinds.length > 1 ? "mixed" : (kinds[0] ?? "empty");
  }

  #dataType(): string {
    const names: string[] = [];
    if ((this.#numbers?.count ?? 0) > this.#bigints) names.push("number");
    if (this.#bigints > 0) names.push("bigint");
    if (this.#texts !== null) names.push("string");
    if (this.#trues + this.#falses > 0) names.push("boolean");
    names.push(...(this.#types ?? []));
    return names.length === 0 ? "unknown" : names.slice(0, MOST_TYPES).join(" | ");
  }
}
