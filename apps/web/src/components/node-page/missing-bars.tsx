import { memo } from "react";
import { formatPercent } from "../../format/number";
import { Axis, PLOT_GRID, startOf } from "./plot";
import { figureOf } from "./series";
import type { Slot } from "./slots";

const TALL = 44;
/** Enough to say that there is nothing to draw. */
const FLAT = 18;

function shareOf({ runs }: Slot): number | null {
  const shares = runs.flatMap((run) => figureOf(run, "missing") ?? []);
  return shares.length === 0 ? null : Math.max(...shares);
}

/** Share of missing values of each run. */
export const MissingBars = memo(function MissingBars({ slots }: { slots: readonly Slot[] }) {
  const shares = slots.map(shareOf);
  const most = Math.max(...shares.map((share) => share ?? 0));
  const height = most > 0 ? TALL : FLAT;
  return (
    <div className={`${PLOT_GRID} mt-1`} style={{ height }}>
      <Axis
        marks={
          most > 0
            ? [
                { at: 0.16, words: formatPercent(most), key: "most" },
                { at: 0.9, words: "0", key: "none" },
              ]
            : [{ at: 0.5, words: "0 missing", key: "none" }]
        }
      />
      <svg width="100%" height={height} aria-hidden className="block">
        {shares.map((share, index) => {
          const tall = most > 0 ? ((share ?? 0) / most) * (height - 6) : 0;
          return tall > 0 ? (
            <rect
              key={slots[index]?.first}
              x={startOf(index, slots.length)}
              y={height - 1 - Math.max(1, tall)}
              width={startOf(slots.length > 120 ? 1 : 0.8, slots.length)}
              height={Math.max(1, tall)}
              fill="var(--n300)"
            />
          ) : null;
        })}
        <line x2="100%" y1={height - 0.5} y2={height - 0.5} stroke="var(--line-strong)" />
      </svg>
    </div>
  );
});
