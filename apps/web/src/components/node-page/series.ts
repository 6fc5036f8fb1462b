import type { HistoryRun } from "@heddle/core";
import { formatDuration } from "../../format/duration";
import { formatCount, formatPercent, formatStatistic } from "../../format/number";
import { SERIES, type Series } from "./node-params";

/** Series that come first; the others are behind a list. */
const FIRST: readonly Series[] = ["mean", "p50", "p95", "std", "missing", "zeros", "rows", "duration"];

export const SERIES_TITLES: Record<Series, string> = {
  mean: "Mean of the numbers",
  p5: "5 % of the numbers are below",
  p25: "25 % of the numbers are below",
  p50: "Median",
  p75: "75 % of the numbers are below",
  p95: "95 % of the numbers are below",
  std: "Standard deviation",
  min: "Least number",
  max: "Greatest number",
  missing: "Share of the values that are missing",
  distinct: "Distinct values",
  zeros: "Share of zeros in what is there",
  rows: "Rows",
  duration: "How long the node took",
};

/** The value of a series in one run; null where nothing was recorded. */
export function figureOf(run: HistoryRun, series: Series): number | null {
  if (series !== "duration") return run.figures?.[series] ?? null;
  return run.node?.status === "succeeded" ? run.node.durationMs : null;
}

/** The series that have a value in any of the runs, those that come first at the front. */
export function seriesOf(runs: readonly HistoryRun[]): { first: Series[]; rest: Series[] } {
  const there = SERIES.filter((series) => runs.some((run) => figureOf(run, series) !== null));
  return {
    first: FIRST.filter((series) => there.includes(series)),
    rest: there.filter((series) => !FIRST.includes(series)),
  };
}

/** The value in words: shares as percent, durations with their unit. */
export function seriesWords(value: number, series: Series): string {
  if (series === "duration") return formatDuration(value);
  if (series === "missing" || series === "zeros") return formatPercent(value);
  return series === "rows" || series === "distinct" ? formatCount(value) : formatStatistic(value);
}

/** A difference in words, with its sign: `−18.2 %` of the former value, `+0.4 pt` for shares. */
export function differenceWords(before: number, after: number, series: Series): string {
  const sign = (value: number) => (value > 0 ? "+" : value < 0 ? "\u2212" : "");
  if (series === "missing" || series === "zeros") {
    const points = (after - before) * 100;
    return `${sign(points)}${Math.abs(points).toFixed(1)} pt`;
  }
  if (before === 0) return `${sign(after)}${seriesWords(Math.abs(after), series)}`;
  const share = (after - before) / Math.abs(before);
  return `${sign(share)}${formatPercent(Math.abs(share))}`;
}
