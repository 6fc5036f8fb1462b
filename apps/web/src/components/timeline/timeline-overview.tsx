import { Button } from "../ui/button";
import { DragArea } from "./drag-area";
import type { TimelineRow } from "./timeline-rows";
import type { Range } from "./zoom";

interface OverviewProps {
  rows: readonly TimelineRow[];
  whole: Range;
  range: Range | null;
  onSelect: (range: Range) => void;
  onReset: () => void;
}

const HEIGHT = 22;

/** One path for many bars, each a line from start to end at its place in the order. */
function barsPath(rows: readonly TimelineRow[], { from, to }: Range): string {
  const step = HEIGHT / Math.max(1, rows.length);
  return rows
    .map(({ span }, i) => {
      if (!span) return "";
      const place = (at: number) => (((at - from) / (to - from)) * 1000).toFixed(1);
      return `M${place(span.start)} ${((i + 0.5) * step).toFixed(2)}H${place(Math.max(span.end, span.start + (to - from) / 1000))}`;
    })
    .join("");
}

/** The whole run in small, with the part that is shown; a drag shows another one. */
export function TimelineOverview({ rows, whole, range, onSelect, onReset }: OverviewProps) {
  const percent = (at: number) => ((at - whole.from) / (whole.to - whole.from)) * 100;
  return (
    <div className="grid h-10 shrink-0 grid-cols-(--timeline) items-center border-t border-line [--timeline:224px_minmax(0,1fr)] max-desk:hidden">
      <div className="flex items-center gap-2 pl-(--gutter) text-12 text-ink-3">
        {range ? (
          <Button size="sm" onClick={onReset} title="Whole run  0">
            Whole run
          </Button>
        ) : (
          "Zoom, drag to select"
        )}
      </div>
      <DragArea
        whole={whole}
        onSelect={onSelect}
        className="relative mr-3 ml-3 h-6 overflow-hidden rounded-2 border border-line bg-sunken"
      >
        <svg
          aria-hidden
          viewBox={`0 0 1000 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 h-full w-full"
        >
          <path
            d={barsPath(rows, whole)}
            stroke="var(--n400)"
            strokeWidth={Math.max(0.6, Math.min(2, HEIGHT / Math.max(1, rows.length)))}
            fill="none"
          />
        </svg>
        <span
          aria-hidden
          className="absolute inset-y-0 rounded-2 border border-accent bg-accent-soft/40"
          style={
            range
              ? {
                  left: `${percent(range.from)}%`,
                  width: `${Math.max(0.4, percent(range.to) - percent(range.from))}%`,
                }
              : { left: 0, width: "100%" }
          }
        />
      </DragArea>
    </div>
  );
}
