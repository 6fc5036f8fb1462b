"use client";
import { useRun } from "../run/run-context";
import { cn } from "../ui/cn";
import { CriticalLinks } from "./critical-links";
import { percentOf, type Scale } from "./scale";
import { ticks } from "./ticks";

/** What lies under the rows: lines of the axis, the joined critical path, the end of the run. */
export function TimelineGrid({ scale, rowOf }: { scale: Scale; rowOf: ReadonlyMap<string, number> }) {
  const { run, model } = useRun();
  const from = scale.start - model.start;
  return (
    <div className="absolute inset-x-0 top-[54px] bottom-0 grid grid-cols-(--timeline)">
      <div className="border-r border-line" />
      <div className="relative ml-3 overflow-hidden">
        {ticks(scale.length, 12, from).map(({ at }) => (
          <span
            key={at}
            className="absolute inset-y-0 w-px bg-grid"
            style={{ left: `${((at - from) / scale.length) * 100}%` }}
          />
        ))}
        <CriticalLinks model={model} scale={scale} rowOf={rowOf} />
        {run.status === "succeeded" ? null : (
          <span
            className={cn(
              "absolute inset-y-0 border-l border-dashed",
              run.status === "running" ? "border-running" : "border-failed",
            )}
            style={{ left: `${percentOf(scale, model.end)}%` }}
          />
        )}
      </div>
    </div>
  );
}
