import { memo } from "react";
import type { Step } from "./largest-step";
import { levelTops } from "./level-tops";
import type { Series } from "./node-params";
import { Axis, middleOf, PLOT_GRID, startOf } from "./plot";
import { seriesWords } from "./series";
import type { Slot } from "./slots";
import { heightOf, usualBand, valueScale } from "./value-scale";

const HEIGHT = 226;

interface ValueChartProps {
  slots: readonly Slot[];
  series: Series;
  /** Values of all runs, for the band. */
  values: readonly number[];
  step: Step | null;
}

/** A statistic over runs: points and their line over the usual range, and the levels around the largest step. */
export const ValueChart = memo(function ValueChart({ slots, series, values, step }: ValueChartProps) {
  const scale = valueScale(slots.flatMap(({ low, high }) => [low ?? [], high ?? []].flat()));
  const band = usualBand(values);
  const y = (value: number) => heightOf(value, scale) * HEIGHT;
  const x = (index: number) => middleOf(index, slots.length);
  const known = slots.flatMap(({ value }, index) => (value === null ? [] : [{ value, index }]));
  const placeOf = (run: number) => slots.findIndex(({ first, runs }) => run < first + runs.length);
  const tops = levelTops(
    step ? [y(step.before.median), y(step.after.median)] : [0, 0],
    band ? { top: y(band.high), bottom: y(band.low) } : null,
    HEIGHT,
  );
  return (
    <div className={PLOT_GRID} style={{ height: HEIGHT }}>
      <Axis
        marks={scale.ticks.map((tick) => ({
          at: heightOf(tick, scale),
          words: seriesWords(tick, series),
          key: String(tick),
        }))}
      />
      <div className="relative">
        <svg width="100%" height={HEIGHT} aria-hidden className="block overflow-visible">
          {band ? (
            <rect
              y={y(band.high)}
              width="100%"
              height={Math.max(1, y(band.low) - y(band.high))}
              fill="var(--usual)"
            />
          ) : null}
          {scale.ticks.map((tick) => (
            <line key={tick} x2="100%" y1={y(tick)} y2={y(tick)} stroke="var(--grid)" />
          ))}
          {slots.map(({ low, high, first }, index) =>
            low !== null && high !== null && high > low ? (
              <rect
                key={first}
                x={startOf(index, slots.length)}
                width={startOf(1, slots.length)}
                y={y(high)}
                height={Math.max(1, y(low) - y(high))}
                fill="var(--then)"
              />
            ) : null,
          )}
          {known.slice(1).map(({ value, index }, place) => {
            const before = known[place];
            return before ? (
              <line
                key={index}
                x1={x(before.index)}
                y1={y(before.value)}
                x2={x(index)}
                y2={y(value)}
                stroke="var(--n400)"
                strokeDasharray={index - before.index > 1 ? "2 3" : undefined}
              />
            ) : null;
          })}
          {[step?.before, step?.after].map((level) =>
            level ? (
              <line
                key={level.from}
                x1={startOf(placeOf(level.from), slots.length)}
                x2={startOf(placeOf(level.to) + 1, slots.length)}
                y1={y(level.median)}
                y2={y(level.median)}
                stroke="var(--accent)"
                strokeWidth={1.5}
              />
            ) : null,
          )}
          {known.map(({ value, index }) => (
            <circle
              key={index}
              cx={x(index)}
              cy={y(value)}
              r={slots.length > 120 ? 1.25 : slots.length > 5 ? 1.75 : 3}
              fill="var(--n700)"
            />
          ))}
        </svg>
        {step ? (
          <>
            <Level
              words={seriesWords(step.before.median, series)}
              runs={step.before.values}
              now={false}
              top={tops[0]}
              end={startOf(placeOf(step.before.to) + 1, slots.length)}
            />
            <Level
              words={seriesWords(step.after.median, series)}
              runs={step.after.values}
              now
              top={tops[1]}
              end={startOf(placeOf(step.after.from), slots.length)}
            />
          </>
        ) : null}
      </div>
    </div>
  );
});

interface LevelProps {
  words: string;
  runs: number;
  now: boolean;
  top: number;
  /** Where its words end: at the change. */
  end: string;
}

/** The median of a level, before the change that it ends or begins with. */
function Level({ words, runs, now, top, end }: LevelProps) {
  return (
    <span
      className="pointer-events-none absolute bg-bg/80 px-0.75 text-right text-12/[15px] whitespace-nowrap"
      style={{ top, right: `calc(100% - ${end} + 8px)` }}
    >
      <b className={now ? "font-semibold text-accent" : "font-medium"}>{words}</b>
      <br />
      <span className="text-11 text-ink-3">
        {runs} {runs === 1 ? "run" : "runs"}
      </span>
    </span>
  );
}
