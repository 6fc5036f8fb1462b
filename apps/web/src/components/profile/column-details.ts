import type { ColumnProfile } from "@heddle/contract";
import { formatCount, formatPercent, formatStatistic } from "../../format/number";

export type Detail = [term: string, value: string];

function numbers({ numeric, count, missing }: ColumnProfile): Detail[] {
  if (!numeric) return [];
  const present = Math.max(1, count - missing);
  const figures: Detail[] = [];
  const add = (term: string, value: number | null) => {
    if (value !== null) figures.push([term, formatStatistic(value)]);
  };
  const share = (term: string, value: number) => {
    if (value > 0) figures.push([term, `${formatCount(value)}, ${formatPercent(value / present)}`]);
  };
  add("mean", numeric.mean);
  add("std", numeric.std);
  add("min", numeric.min);
  for (const [i, p] of numeric.quantiles.p.entries()) {
    add(`p${Number((p * 100).toPrecision(4))}`, numeric.quantiles.values[i] ?? null);
  }
  add("max", numeric.max);
  share("zeros", numeric.zeros);
  share("negative", numeric.negative);
  share("NaN", numeric.nan);
  share("infinite", numeric.infinite);
  return figures;
}

/** Every figure of a column, for when it is opened. */
export function columnDetails(column: ColumnProfile): Detail[] {
  const { count, missing, distinct, text, time } = column;
  const details: Detail[] = [
    ["type", column.dataType],
    ["values", formatCount(count)],
    ["missing", `${formatCount(missing)}, ${formatPercent(count > 0 ? missing / count : 0)}`],
    ["distinct", `${distinct.exact ? "" : "about "}${formatCount(distinct.count)}`],
    ...numbers(column),
  ];
  if (text) {
    details.push(["length", `${formatCount(text.minLength)} to ${formatCount(text.maxLength)}`]);
    details.push(["mean length", formatStatistic(text.meanLength)]);
    details.push(["empty", formatCount(text.empty)]);
  }
  if (time?.min) details.push(["first", time.min]);
  if (time?.max) details.push(["last", time.max]);
  return details;
}
