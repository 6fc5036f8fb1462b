"use client";
import type { HistoryRun, NodeHistory } from "@heddle/core";
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { formatExact } from "../../format/instant";
import { runName } from "../run/run-name";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { useTime } from "../time/time-provider";
import { ChangeLanes } from "./change-lanes";
import { HeatStrip } from "./heat-strip";
import { changeWords } from "./lane-marks";
import { largestStep } from "./largest-step";
import { MissingBars } from "./missing-bars";
import type { Series } from "./node-params";
import { middleOf, PLOT_GRID, startOf } from "./plot";
import { Readout } from "./readout";
import { figureOf, seriesWords } from "./series";
import { isNewRevision, type Slot, slotsOf } from "./slots";
import { ValueChart } from "./value-chart";

interface HistoryChartProps {
  history: NodeHistory;
  series: Series;
  node: string;
  picked: readonly string[];
  onPick: (runId: string) => void;
}

const words = (run: HistoryRun, value: number | null, series: Series) =>
  value === null
    ? `no ${series}, ${run.node ? STATUS[run.node.status].label.toLowerCase() : "the run did not get here"}`
    : `${series} ${seriesWords(value, series)}`;

/** Value, changes, distribution and missing values on one axis of runs, with one line through all of them. */
export function HistoryChart({ history, series, node, picked, onPick }: HistoryChartProps) {
  const { runs, distribution, kind } = history;
  const { zone } = useTime();
  const slots = useMemo(() => slotsOf(runs, series), [runs, series]);
  const values = useMemo(() => runs.flatMap((run) => figureOf(run, series) ?? []), [runs, series]);
  const step = useMemo(() => largestStep(runs, series), [runs, series]);
  const [pointed, setPointed] = useState<number | null>(null);
  const plot = useRef<HTMLDivElement>(null);

  const placeOf = (id: string) => slots.findIndex((slot) => slot.runs.some((run) => run.id === id));
  const pins = picked.map(placeOf).filter((place) => place >= 0);
  const last = slots.length - 1;
  const at = Math.min(pointed ?? pins.at(-1) ?? last, last);
  const slot = slots[at] ?? null;
  const run = slot?.runs.at(-1);

  const move = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const place = Math.floor(((event.clientX - box.left) / box.width) * slots.length);
    setPointed(place < 0 || place > last ? null : place);
  };
  const press = (event: KeyboardEvent) => {
    const target: Record<string, number> = {
      ArrowLeft: Math.max(0, at - 1),
      ArrowRight: Math.min(last, at + 1),
      Home: 0,
      End: last,
      PageUp: Math.max(0, at - 10),
      PageDown: Math.min(last, at + 10),
    };
    const place = target[event.key];
    if (place !== undefined) setPointed(place);
    else if ((event.key === "Enter" || event.key === " ") && run) onPick(run.id);
    else return;
    event.preventDefault();
  };
  const told = run
    ? [
        runName(run),
        formatExact(run.startedAt, zone),
        words(run, slot?.value ?? null, series),
        ...changeWords(run),
      ]
    : [];
  return (
    <>
      <Readout slot={slot} series={series} node={node} />
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Runs of ${node}`}
        aria-valuemin={1}
        aria-valuemax={slots.length}
        aria-valuenow={at + 1}
        aria-valuetext={told.join(", ")}
        onKeyDown={press}
        onBlur={() => setPointed(null)}
        onPointerMove={move}
        onPointerLeave={() => setPointed(null)}
        onClick={() => pointed !== null && run && onPick(run.id)}
        className="relative shrink-0 cursor-crosshair touch-pan-y pb-1 -outline-offset-2"
      >
        <ValueChart slots={slots} series={series} values={values} step={step} />
        <ChangeLanes slots={slots} />
        {distribution ? (
          <HeatStrip
            slots={slots}
            distribution={distribution}
            words={kind === "datetime" ? dateWords : undefined}
          />
        ) : null}
        {distribution ? <MissingBars slots={slots} /> : null}
        <RunAxis slots={slots} />
        <div className={`${PLOT_GRID} pointer-events-none absolute inset-x-0 top-0 bottom-6`}>
          <span />
          <div ref={plot} className="relative">
            {slots.map((each, index) =>
              isNewRevision(slots, index) ? (
                <span
                  key={each.first}
                  className="absolute inset-y-0 w-0 border-l border-dashed border-line-control"
                  style={{ left: startOf(index, slots.length) }}
                />
              ) : null,
            )}
            {pins.map((place) => (
              <span
                key={place}
                className="absolute inset-y-0 -translate-x-1/2 bg-accent/10"
                style={{
                  left: middleOf(place, slots.length),
                  width: `max(2px, ${startOf(1, slots.length)})`,
                }}
              />
            ))}
            {pointed === null ? null : (
              <span
                className="absolute inset-y-0 w-px -translate-x-1/2 bg-accent"
                style={{ left: middleOf(at, slots.length) }}
              />
            )}
          </div>
        </div>
      </div>
    </>
  );
}

const dateWords = (value: number) =>
  Number.isFinite(value) ? new Date(value).toISOString().slice(0, 10) : "";

/** Numbers of runs along the axis: first and last, and three between them where there is room. */
function RunAxis({ slots }: { slots: readonly Slot[] }) {
  const last = slots.length - 1;
  const places = last < 8 ? [0, last] : [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * last));
  const shown = [...new Set(places)];
  return (
    <div className={`${PLOT_GRID} mt-0.5 h-5 text-11 text-ink-3`}>
      <span />
      <div className="flex justify-between gap-2">
        {shown.map((place, index) => {
          const run = slots[place]?.runs[0];
          if (!run) return null;
          const end = place === last && shown.length > 1;
          return (
            <span
              key={place}
              className={end ? "font-medium text-ink" : index > 0 ? "max-desk:hidden" : undefined}
            >
              {runName(end ? (slots[place]?.runs.at(-1) ?? run) : run)}
              {index === 0 ? (
                <>
                  , <Instant at={run.startedAt} />
                </>
              ) : null}
            </span>
          );
        })}
      </div>
    </div>
  );
}
