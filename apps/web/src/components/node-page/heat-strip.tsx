import type { Distribution } from "@heddle/core";
import { memo } from "react";
import { formatStatistic } from "../../format/number";
import { Axis, PLOT_GRID, startOf } from "./plot";
import type { Slot } from "./slots";

const HEIGHT = 176;
/** Steps of the scale; the last one begins at the share that the darkest cell has. */
const STEPS = 8;

/** Shares of a place: the mean of its runs that have a distribution. */
function cellsOf({ first, runs }: Slot, cells: Distribution["cells"]): number[] | null {
  const known = cells.slice(first, first + runs.length).filter((row) => row !== null);
  const [one] = known;
  if (!one) return null;
  return one.map((_, index) => known.reduce((sum, row) => sum + (row[index] ?? 0), 0) / known.length);
}

/** Ends of bins with no more digits than tell them apart. */
function binWords(value: number, edges: readonly number[]): string {
  const width = Math.abs((edges.at(-1) ?? 0) - (edges[0] ?? 0)) / Math.max(1, edges.length - 1);
  const digits =
    Number.isFinite(width) && width > 0 ? Math.min(12, Math.max(0, Math.ceil(-Math.log10(width)))) : 0;
  return formatStatistic(Number(value.toFixed(digits)));
}

interface HeatStripProps {
  slots: readonly Slot[];
  distribution: Distribution;
  /** How the ends of bins are written; numbers as statistics when it is left out. */
  words?: (value: number) => string;
}

/** How the values of each run are distributed: a column for each run, darker where more values are. */
export const HeatStrip = memo(function HeatStrip({ slots, distribution, words }: HeatStripProps) {
  const { rows } = distribution;
  const columns = slots.map((slot) => cellsOf(slot, distribution.cells));
  const most = Math.max(1, ...columns.flatMap((column) => column ?? []));
  const count = rows.kind === "bins" ? rows.edges.length - 1 : rows.values.length;
  const height = rows.kind === "bins" ? HEIGHT : Math.max(28, count * 16);
  // Bins rise from the bottom; of names the most frequent stands on top.
  const rowOf = (index: number) => (rows.kind === "bins" ? count - 1 - index : index);
  const tone = (share: number) =>
    share === 0 ? 0 : Math.max(1, Math.min(STEPS - 1, Math.ceil((share / most) * (STEPS - 1))));
  return (
    <div className={`${PLOT_GRID} mt-2`} style={{ height }}>
      <Axis
        marks={
          rows.kind === "bins"
            ? [0, 0.25, 0.5, 0.75, 1].map((part) => {
                const edge = Math.round(part * count);
                const value = rows.edges[edge] ?? 0;
                // The outermost words stand inside the strip.
                const at = Math.min(0.97, Math.max(0.03, 1 - edge / count));
                return { at, words: words ? words(value) : binWords(value, rows.edges), key: String(part) };
              })
            : rows.values.map((value, index) => ({
                at: (index + 0.5) / count,
                words: value === null ? "others" : value === "" ? "empty" : value,
                key: String(value),
              }))
        }
      />
      <svg width="100%" height={height} aria-hidden className="block">
        {columns.map((column, index) =>
          column?.map((share, row) => (
            <rect
              key={`${slots[index]?.first} ${rowOf(row)}`}
              x={startOf(index, slots.length)}
              y={`${(rowOf(row) / count) * 100}%`}
              width={startOf(1, slots.length)}
              height={`${100 / count}%`}
              fill={`var(--seq-${tone(share)})`}
              stroke="var(--bg)"
              strokeWidth={slots.length > 120 ? 0 : 1}
            />
          )),
        )}
      </svg>
    </div>
  );
});

/** What the tones of the strip mean. */
export function HeatLegend({ distribution }: { distribution: Distribution }) {
  const most = Math.max(0, ...distribution.cells.flatMap((row) => row ?? []));
  return (
    <span className="flex items-center gap-1">
      distribution
      <span aria-hidden className="flex gap-px">
        {Array.from({ length: STEPS }, (_, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tone is its place on the scale.
          <i key={step} className="h-2 w-3" style={{ background: `var(--seq-${step})` }} />
        ))}
      </span>
      share of values, 0 to {Math.round(most / 10)} %
    </span>
  );
}
