import type { ReactNode } from "react";

/** Two columns that all parts of the chart share: words or an axis at the left, the runs at the right. */
export const PLOT_GRID =
  "grid grid-cols-[102px_minmax(0,1fr)] pr-(--gutter) max-desk:grid-cols-[84px_minmax(0,1fr)]";

/** The middle of a place on the common axis of runs. */
export function middleOf(index: number, count: number): string {
  return `${(((index + 0.5) / count) * 100).toFixed(4)}%`;
}

/** The beginning of a place. */
export function startOf(index: number, count: number): string {
  return `${((index / count) * 100).toFixed(4)}%`;
}

/** Words beside an axis, at shares of its height from the top. */
export function Axis({ marks }: { marks: readonly { at: number; words: ReactNode; key: string }[] }) {
  return (
    <div className="relative">
      {marks.map(({ at, words, key }) => (
        <span
          key={key}
          className="absolute right-2 max-w-[calc(100%-20px)] -translate-y-1/2 truncate text-11 text-ink-3 max-desk:max-w-full"
          style={{ top: `${at * 100}%` }}
        >
          {words}
        </span>
      ))}
    </div>
  );
}
