"use client";
import Link from "next/link";
import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import { createPortal } from "react-dom";
import { formatDuration, formatElapsed } from "@/format/duration";
import { formatInstant } from "@/format/instant";
import { paths } from "../shell/paths";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { useNow, useTime } from "../time/time-provider";
import type { Usual } from "./duration-scale";
import { RunBar } from "./run-bar";
import { barHeights, durationOf, type StripRun, stripWords } from "./strip-bars";

interface RunStripProps {
  /** Oldest first. More than `slots` are not drawn. */
  runs: readonly StripRun[];
  usualMs: Usual | null;
  /** How many runs there is room for; those that were not are dots. */
  slots?: number;
  /** `/org/project` */
  base: string;
  height?: number;
}

const BAR = 5;
const STEP = 7;

function runWords(run: StripRun, now: number): string {
  const took = durationOf(run, now);
  if (run.status === "running") return `running for ${formatElapsed(took)}`;
  return run.durationMs === null ? "end unknown" : formatDuration(took);
}

const nameOf = (run: StripRun) => (run.number === null ? run.id.slice(0, 8) : `#${run.number}`);

/**
 * Runs as bars: height is duration, colour and shape are the status. One stop for the keyboard: left and right
 * choose a run, Enter opens it, as a click does.
 */
export function RunStrip({ runs, usualMs, slots = 30, base, height = 20 }: RunStripProps) {
  const now = useNow("minute");
  const { zone } = useTime();
  const tipId = useId();
  const [chosen, setChosen] = useState<{ index: number; left: number; top: number } | null>(null);
  const shown = runs.slice(-slots);
  const last = shown.length - 1;
  const offset = slots - shown.length;
  const width = slots * STEP - (STEP - BAR);
  const heights = barHeights(shown, usualMs, now);
  const index = Math.min(chosen?.index ?? last, last);
  const run = shown[index];
  if (!run) return <Dots slots={slots} width={width} height={height} label={stripWords(runs)} />;

  const choose = (element: Element, at: number) => {
    const box = element.getBoundingClientRect();
    const next = Math.max(0, Math.min(last, at));
    setChosen({ index: next, left: box.left + (offset + next) * STEP + BAR / 2, top: box.top });
  };
  const onPointer = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    choose(event.currentTarget, Math.floor((event.clientX - box.left) / STEP) - offset);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -slots, End: slots }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    choose(event.currentTarget, index + by);
  };

  return (
    <>
      <Link
        href={paths.run(base, run.id)}
        prefetch={false}
        aria-label={`${stripWords(shown)}. ${nameOf(run)}, ${STATUS[run.status].label}, ${runWords(run, now)}`}
        aria-describedby={chosen ? tipId : undefined}
        className="inline-block rounded-1 align-middle"
        style={{ width, height }}
        onPointerEnter={onPointer}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => setChosen(null)}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) choose(event.currentTarget, index);
        }}
        onBlur={() => setChosen(null)}
        onKeyDown={onKey}
      >
        <svg width={width} height={height} aria-hidden className="block overflow-visible">
          <SlotDots count={offset} height={height} />
          {chosen ? (
            <rect
              x={(offset + index) * STEP - 1}
              y={-3}
              width={STEP}
              height={height + 6}
              fill="var(--bg-active)"
            />
          ) : null}
          {shown.map((each, place) => (
            <RunBar
              key={each.id}
              status={each.status}
              x={(offset + place) * STEP}
              width={BAR}
              height={height}
              share={heights[place] ?? 0}
            />
          ))}
        </svg>
      </Link>
      {chosen
        ? createPortal(
            <div
              id={tipId}
              role="tooltip"
              className="pointer-events-none fixed z-50 flex -translate-x-1/2 -translate-y-full items-center gap-1.5 rounded-2 border border-line-strong bg-raised px-2 py-1 text-11 whitespace-nowrap text-ink-2 shadow-float"
              style={{ left: `clamp(90px, ${chosen.left}px, calc(100vw - 90px))`, top: chosen.top - 6 }}
            >
              <StatusMark status={run.status} size={12} label="" />
              <span className="font-medium text-ink">{nameOf(run)}</span>
              <span>{formatInstant(run.startedAt, now, zone)}</span>
              <span className="text-ink">{runWords(run, now)}</span>
              {run.status === "running" ? null : <span>{STATUS[run.status].label.toLowerCase()}</span>}
            </div>,
            document.body,
          )
        : null}
    </>
  );
}

/** Places of runs that have not been yet. */
function SlotDots({ count, height }: { count: number; height: number }) {
  const dots = Array.from(
    { length: count },
    (_, slot) => `M${slot * STEP + BAR / 2 - 1} ${height - 2}h2v2h-2z`,
  );
  return <path d={dots.join("")} fill="var(--n300)" />;
}

function Dots({
  slots,
  width,
  height,
  label,
}: {
  slots: number;
  width: number;
  height: number;
  label: string;
}) {
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="inline-block align-middle">
      <SlotDots count={slots} height={height} />
    </svg>
  );
}
