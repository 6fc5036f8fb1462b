import { formatDuration } from "@/format/duration";
import { cn } from "../ui/cn";
import { percentOf, type Scale } from "./scale";
import type { SlowNode } from "./slower";
import type { TimelineRow } from "./timeline-rows";

/** Further right than this a bar's label stands before it. */
const LABEL_FLIPS = 92;

/** About what a label takes of the axis; a tick this near to its bar would stand in it. */
const LABEL_TAKES = 8;

interface TimelineBarProps {
  row: TimelineRow;
  scale: Scale;
  /** Where what did not run is drawn. */
  end: number;
  usual: { p50: number; p90: number } | undefined;
  slow: SlowNode | undefined;
}

/** When one node worked. */
export function TimelineBar({ row, scale, end, usual, slow }: TimelineBarProps) {
  const { node, span, critical } = row;
  if (!span) {
    return (
      <span
        className="absolute top-[5px] h-[9px] min-w-1.5 rounded-[2px] border border-dashed border-n400"
        title={usual ? `did not run; usually takes ${formatDuration(usual.p50)}` : undefined}
        style={{
          left: `calc(${percentOf(scale, end)}% + 6px)`,
          width: usual ? `${(usual.p50 / scale.length) * 100}%` : 28,
        }}
      />
    );
  }
  const left = percentOf(scale, span.start);
  const right = percentOf(scale, span.end);
  const tick = usual ? percentOf(scale, span.start + usual.p90) : right;
  const after = tick > right && tick < right + LABEL_TAKES ? tick : right;
  const label = formatDuration(span.end - span.start);
  return (
    <>
      <span
        className={cn(
          "absolute top-[5px] h-[9px] min-w-[2px] rounded-[2px]",
          slow && "border-b-2 border-warning",
          node.status === "failed"
            ? "bg-failed"
            : node.status === "running"
              ? "bg-running motion-safe:animate-pulse"
              : critical
                ? "bg-ink-2"
                : "bg-n300",
        )}
        style={{ left: `${left}%`, width: `${right - left}%` }}
      />
      {usual ? (
        <span aria-hidden className="absolute top-[3px] h-[13px] w-px bg-ink" style={{ left: `${tick}%` }} />
      ) : null}
      <span
        className="absolute top-[1.5px] px-1.75 text-11 whitespace-nowrap text-ink-2 max-desk:hidden"
        style={after > LABEL_FLIPS ? { right: `${100 - left}%` } : { left: `${after}%` }}
      >
        {label}
        {slow ? <span className="text-warning-text"> +{formatDuration(slow.over)}</span> : null}
      </span>
    </>
  );
}
