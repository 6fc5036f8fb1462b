import { memo } from "react";
import { formatPercent } from "../../format/number";
import { Axis, PLOT_GRID, startOf } from "./plot";
import { figureOf } from "./series";
import type { Slot } from "./slots";

const HEIGHT = 44;

function shareOf({ runs }: Slot): number | null {
  const shares = runs.flatMap((run) => figureOf(run, "missing") ?? []);
  return shares.length === 0 ? null : Math.max(...shares);
}

/** Share of missing values of each run. */
export const MissingBars = memo(function MissingBars({ slots }: { slots: readonly Slot[] }) {
  const shares = slots.map(shareOf);
  const most = Math.max(...shares.map((share) => share ?? 0));
  return (
    <div className={`${PLOT_GRID} mt-1`} style={{ height: HEIGHT }}>
      <Axis
        marks={[
          { at: 0.16, words: most > 0 ? formatPercent(most) : "", key: "most" },
          { at: 0.9, words: most > 0 ? "0" : "0 missing", key: "none" },
        ]}
      />
      <svg width="100%" height={HEIGHT} aria-hidden className="block">
        {shares.map((share, index) => {
          const height = most > 0 ? ((share ?? 0) / most) * (HEIGHT - 6) : 0;
          return height > 0 ? (
            <rect
              key={slots[index]?.first}
              x={startOf(index, slots.length)}
              y={HEIGHT - 1 - Math.max(1, height)}
              width={startOf(slots.length > 120 ? 1 : 0.8, slots.length)}
              height={Math.max(1, height)}
              fill="var(--n300)"
            />
          ) : null;
        })}
        <line x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="var(--line-strong)" />
      </svg>
    </div>
  );
});
