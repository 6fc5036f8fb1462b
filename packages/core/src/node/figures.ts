/** Statistics of a column that can be followed over runs. */
export const STATISTICS = [
  "mean",
  "p5",
  "p25",
  "p50",
  "p75",
  "p95",
  "std",
  "min",
  "max",
  "missing",
  "distinct",
  "zeros",
  "rows",
] as const;
type Statistic = (typeof STATISTICS)[number];

/** Null: not recorded. `missing` is a share of all values, `zeros` of those that are there. */
export type Figures = Record<Statistic, number | null>;

/** A row of the statistics of one column in one run. */
export interface FiguresRow {
  count: number;
  missing: number;
  distinct: number;
  mean: number | null;
  std: number | null;
  min: number | null;
  max: number | null;
  zeros: number | null;
  rows: number | null;
  p: number[] | null;
  quantiles: number[] | null;
}

/** What is known of a column in one run, in figures. */
export function figuresOf(row: FiguresRow): Figures {
  const present = row.count - row.missing;
  const at = (p: number) => storedQuantile(row, p);
  return {
    mean: row.mean,
    p5: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    std: row.std,
    min: row.min,
    max: row.max,
    missing: row.count > 0 ? row.missing / row.count : null,
    distinct: row.distinct,
    zeros: row.zeros === null || present <= 0 ? null : row.zeros / present,
    rows: row.rows ?? row.count,
  };
}

/** A quantile as it was stored, never one in between; of equal values each is their value. */
export function storedQuantile(
  { p, quantiles, min, max }: Pick<FiguresRow, "p" | "quantiles" | "min" | "max">,
  wanted: number,
): number | null {
  if (min !== null && min === max) return min;
  const index = p?.findIndex((known) => Math.abs(known - wanted) < 1e-9) ?? -1;
  return index < 0 ? null : (quantiles?.[index] ?? null);
}
