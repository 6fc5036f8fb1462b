/** Equal-width bins from `low` to `high`; the last bin includes `high`. Non-finite values are not in it. */
export interface Histogram {
  low: number;
  high: number;
  counts: number[];
}

/** Figures of the finite numbers of a column. `std` is the sample standard deviation (n - 1). */
export interface NumericSummary {
  nan: number;
  infinite: number;
  zeros: number;
  negative: number;
  min: number | null;
  max: number | null;
  mean: number | null;
  std: number | null;
  /** Probabilities and, at the same index, the values there. */
  quantiles: { p: number[]; values: number[] };
  histogram: Histogram | null;
}

export interface TopValue {
  value: string;
  count: number;
}

/** Lengths are in UTF-16 code units. */
export interface TextSummary {
  minLength: number;
  maxLength: number;
  meanLength: number;
  empty: number;
}

/** `min` and `max` are ISO 8601 instants; the histogram counts milliseconds since 1970. */
export interface TimeSummary {
  min: string | null;
  max: string | null;
  histogram: Histogram | null;
}

export type ColumnKind = "numeric" | "boolean" | "categorical" | "text" | "datetime" | "mixed" | "empty";

/** Summary statistics of one column. `missing` counts null and undefined; NaN is counted apart. */
export interface ColumnProfile {
  name: string;
  kind: ColumnKind;
  /** The values' own type, for display: `number`, `bigint`, `string`, `Date`, `Float64Array`, ... */
  dataType: string;
  count: number;
  missing: number;
  distinct: { count: number; exact: boolean };
  numeric?: NumericSummary;
  /** Most frequent values of categorical and boolean columns, most frequent first. */
  top?: TopValue[];
  text?: TextSummary;
  time?: TimeSummary;
}

/** What a node produced, in figures. A scalar or an array is a table of one column named "". */
export interface Profile {
  shape: "scalar" | "array" | "table" | "object" | "none";
  /** The value's own type, for display. */
  dataType: string;
  rows: number | null;
  /** How many columns the value has; `columns` may hold fewer of them. */
  columnCount: number;
  columns: ColumnProfile[];
  /** Rows that were looked at when the value was too large to read whole; null: all of them. */
  sampledRows: number | null;
}
