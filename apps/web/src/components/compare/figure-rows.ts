import type { ColumnProfile } from "@heddle/contract";
import type { ColumnRow } from "@heddle/core";
import { formatCount, formatPercent, formatStatistic } from "../../format/number";

export interface FigureRow {
  name: string;
  before: string;
  after: string;
  /** The difference in words, "" when there is none. */
  delta: string;
}

const MINUS = "\u2212";

/** `+3.2 %`, `−18.2 %`; "" when nothing changed or there is nothing to be in proportion to. */
export function relativeChange(before: number, after: number): string {
  if (before === after || before === 0) return "";
  const percent = ((after - before) / Math.abs(before)) * 100;
  if (Math.abs(percent) < 0.05) return "";
  const text =
    Math.abs(percent) >= 1000 ? formatCount(Math.round(Math.abs(percent))) : Math.abs(percent).toFixed(1);
  return `${percent < 0 ? MINUS : "+"}${text} %`;
}

/** A difference of shares: `+4.1 pt`. */
export function pointChange(before: number, after: number): string {
  const points = (after - before) * 100;
  return Math.abs(points) < 0.05 ? "" : `${points < 0 ? MINUS : "+"}${Math.abs(points).toFixed(1)} pt`;
}

const shareOf = (part: number, count: number) => (count > 0 ? part / count : 0);

type Quantile = (column: ColumnProfile | null) => number | null;

const quantile =
  (p: number): Quantile =>
  (column) => {
    const at = column?.numeric?.quantiles.p.findIndex((known) => Math.abs(known - p) < 1e-9) ?? -1;
    return column?.numeric?.quantiles.values[at] ?? null;
  };

const NUMBERS: [string, Quantile][] = [
  ["mean", (column) => column?.numeric?.mean ?? null],
  ["min", (column) => column?.numeric?.min ?? null],
  ["p50", quantile(0.5)],
  ["p95", quantile(0.95)],
  ["max", (column) => column?.numeric?.max ?? null],
];

/** The figures of a column on both sides. */
export function figureRows({ before, after, drift, profiles }: ColumnRow): FigureRow[] {
  const rows: FigureRow[] = [];
  for (const [name, read] of NUMBERS) {
    const [then, now] = [read(profiles.before), read(profiles.after)];
    if (then === null || now === null) continue;
    rows.push({
      name,
      before: formatStatistic(then),
      after: formatStatistic(now),
      delta: relativeChange(then, now),
    });
  }
  if (before && after) {
    rows.push(
      shareRow("missing", shareOf(before.missing, before.count), shareOf(after.missing, after.count)),
    );
    const [zerosThen, zerosNow] = [profiles.before?.numeric?.zeros, profiles.after?.numeric?.zeros];
    if (zerosThen !== undefined && zerosNow !== undefined && zerosThen + zerosNow > 0) {
      rows.push(shareRow("zeros", shareOf(zerosThen, before.count), shareOf(zerosNow, after.count)));
    }
    const [old, fresh] = [before.distinct, after.distinct];
    rows.push({
      name: "distinct",
      before: formatCount(old),
      after: formatCount(fresh),
      delta: relativeChange(old, fresh),
    });
  }
  if (drift.psi !== null && drift.psi > 0) {
    rows.push({
      name: "PSI",
      before: drift.byChance === null ? "" : `${drift.byChance.toFixed(2)} by chance`,
      after: drift.psi.toFixed(2),
      delta: drift.level === "none" ? "" : drift.level,
    });
  }
  return rows;
}

function shareRow(name: string, before: number, after: number): FigureRow {
  return {
    name,
    before: formatPercent(before),
    after: formatPercent(after),
    delta: pointChange(before, after),
  };
}

/** The one figure that a table shows of a column, on each side: what is missing if that moved, else the middle. */
export function mainFigure({ before, after, profiles }: ColumnRow): {
  before: string;
  after: string;
  delta: string;
} {
  const [then, now] = [
    before ? shareOf(before.missing, before.count) : 0,
    after ? shareOf(after.missing, after.count) : 0,
  ];
  if (before && after && Math.abs(now - then) >= 0.005) {
    return {
      before: `${formatPercent(then)} missing`,
      after: `${formatPercent(now)} missing`,
      delta: pointChange(then, now),
    };
  }
  const [meanThen, meanNow] = [before?.mean ?? null, after?.mean ?? null];
  const delta = meanThen !== null && meanNow !== null ? relativeChange(meanThen, meanNow) : "";
  return { before: middle(before, profiles.before), after: middle(after, profiles.after), delta };
}

function middle(side: ColumnRow["before"], profile: ColumnProfile | null): string {
  if (!side) return "";
  if (side.mean !== null) return formatStatistic(side.mean);
  if (side.count === 1) return profile?.time?.min?.slice(0, 10) ?? profile?.top?.[0]?.value ?? "";
  return `${formatCount(side.distinct)} ${side.distinct === 1 ? "value" : "values"}`;
}
