import type { ColumnKind, ColumnProfile } from "@heddle/contract";
import { formatCount, formatPercent, formatStatistic } from "../../format/number";

/** The mark of a column's kind, and its name. */
export const KINDS: Record<ColumnKind, { mark: string; name: string }> = {
  numeric: { mark: "#", name: "number" },
  boolean: { mark: "?", name: "boolean" },
  categorical: { mark: "A", name: "category" },
  text: { mark: "T", name: "text" },
  datetime: { mark: "◷", name: "date and time" },
  mixed: { mark: "±", name: "mixed" },
  empty: { mark: "∅", name: "empty" },
};

/** Share of the values that are missing, from 0 to 1. */
export function missingShare({ missing, count }: ColumnProfile): number {
  return count > 0 ? missing / count : 0;
}

/** What is not an ordinary value, as far as there is any: `3 missing, < 0.1 %`, `1 NaN`. */
export function gapWords(column: ColumnProfile): string[] {
  const { missing, numeric } = column;
  const words: string[] = [];
  if (missing > 0) words.push(`${formatCount(missing)} missing, ${formatPercent(missingShare(column))}`);
  if (numeric && numeric.nan > 0) words.push(`${formatCount(numeric.nan)} NaN`);
  if (numeric && numeric.infinite > 0) words.push(`${formatCount(numeric.infinite)} infinite`);
  return words;
}

/** `167,902 distinct`, `about 1,204 distinct`. */
export function distinctWords({ distinct }: ColumnProfile): string {
  return `${distinct.exact ? "" : "about "}${formatCount(distinct.count)} distinct`;
}

const day = (instant: string) => instant.slice(0, 10);
const minute = (instant: string) => instant.slice(0, 16).replace("T", " ");

/** A range of time as precise as it needs to be. */
function timeRange(min: string, max: string): string {
  return day(min) === day(max) ? `${minute(min)} to ${max.slice(11, 16)}` : `${day(min)} to ${day(max)}`;
}

/** The first line of figures: the middle of the column. */
export function middleWords(column: ColumnProfile): string {
  const { numeric, top, text, time } = column;
  if (column.kind === "empty") return "no value";
  if (numeric?.mean != null) {
    const median = quantile(column, 0.5);
    return [`mean ${formatStatistic(numeric.mean)}`, median === null ? "" : `p50 ${formatStatistic(median)}`]
      .filter(Boolean)
      .join(", ");
  }
  if (time?.min && time.max) return timeRange(time.min, time.max);
  if (top && top.length > 0) {
    const values = formatCount(column.distinct.count);
    return `${values} ${column.distinct.count === 1 ? "value" : "values"}`;
  }
  if (text) return `${formatStatistic(text.meanLength)} characters on average`;
  return distinctWords(column);
}

/** The second line: the ends, or the most frequent values. */
export function endWords(column: ColumnProfile): string {
  const { numeric, top, text } = column;
  if (numeric) {
    const parts = [0.05, 0.95].flatMap((p) => {
      const value = quantile(column, p);
      return value === null ? [] : [`p${String(p * 100).padStart(2, "0")} ${formatStatistic(value)}`];
    });
    if (numeric.max !== null) parts.push(`max ${formatStatistic(numeric.max)}`);
    return parts.join(", ");
  }
  if (top && top.length > 0) return topWords(column);
  if (text) {
    const range = `${formatCount(text.minLength)} to ${formatCount(text.maxLength)} characters`;
    return `${distinctWords(column)}, ${range}${text.empty > 0 ? `, ${formatCount(text.empty)} empty` : ""}`;
  }
  return "";
}

function topWords({ top = [], count, missing }: ColumnProfile): string {
  const present = Math.max(1, count - missing);
  return top
    .slice(0, 3)
    .map(({ value, count: times }) => `${value === "" ? "empty" : value} ${formatPercent(times / present)}`)
    .join(", ");
}

/** The value at a probability, if the profile holds it. */
function quantile({ numeric }: ColumnProfile, p: number): number | null {
  const at = numeric?.quantiles.p.findIndex((known) => Math.abs(known - p) < 1e-9) ?? -1;
  return numeric?.quantiles.values[at] ?? null;
}
