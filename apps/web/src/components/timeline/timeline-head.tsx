import { type RefObject, useMemo } from "react";
import { formatDuration } from "@/format/duration";
import type { RunModel } from "../run/run-model";
import { concurrency } from "./concurrency";
import { DragArea } from "./drag-area";
import { percentOf, type Scale } from "./scale";
import { ticks } from "./ticks";
import type { Range } from "./zoom";

const PARTS = 200;
const TICKS = 12;
const HEIGHT = 28;

interface TimelineHeadProps {
  model: RunModel;
  scale: Scale;
  /** What the moment at the end of the run is called, if it has one. */
  ended: string | null;
  /** The axis: a drag on it selects a span. */
  axis: RefObject<HTMLDivElement | null>;
  onSelect: (range: Range) => void;
}

/** The head of the time line: nodes at work as an area, and the axis. It stays while rows scroll. */
export function TimelineHead({ model, scale, ended, axis, onSelect }: TimelineHeadProps) {
  const work = useMemo(
    () => concurrency(model.spans.values(), scale.start, scale.start + scale.length, PARTS),
    [model, scale],
  );
  const words = `${work.most} at most, ${work.mean.toFixed(1)} mean`;
  const outline = work.parts
    .map((count, i) => `V${(HEIGHT - (count / Math.max(1, work.most)) * (HEIGHT - 4)).toFixed(2)}H${i + 1}`)
    .join("");
  const end = percentOf(scale, model.end);
  const from = scale.start - model.start;
  return (
    <div className="sticky top-0 z-10 grid h-[54px] grid-cols-(--timeline) bg-bg">
      <div className="border-r border-b border-line py-1.5 pl-(--gutter) text-11 text-ink-3">
        Nodes at work
        <div className="font-medium text-ink-2">{words}</div>
      </div>
      <DragArea
        ref={axis}
        whole={{ from: scale.start, to: scale.start + scale.length }}
        onSelect={onSelect}
        className="relative ml-3 overflow-hidden border-b border-line"
      >
        <svg
          role="img"
          aria-label={`Nodes at work at once: ${words}`}
          viewBox={`0 0 ${PARTS} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-x-0 top-0 h-[28px] w-full"
        >
          <path d={`M0 ${HEIGHT}${outline}V${HEIGHT}Z`} fill="var(--n200)" />
        </svg>
        <div className="absolute inset-x-0 top-[28px] border-t border-line" />
        {ticks(scale.length, TICKS, from).map(({ at, label }) => (
          <span
            key={at}
            className="absolute bottom-1 text-11 whitespace-nowrap text-ink-2 max-desk:nth-[even]:hidden max-desk:nth-[4n+3]:hidden"
            style={{
              left: `${((at - from) / scale.length) * 100}%`,
              transform: at === 0 ? undefined : "translateX(-50%)",
            }}
          >
            {label}
          </span>
        ))}
        {ended && end > 0 && end <= 100 ? (
          <span
            className="absolute top-1.5 pl-1.5 text-11 font-medium whitespace-nowrap text-failed-text"
            style={end > 70 ? { right: `${100 - end}%`, paddingRight: 6 } : { left: `${end}%` }}
          >
            {ended} {formatDuration(model.end - model.start)}
          </span>
        ) : null}
      </DragArea>
    </div>
  );
}
