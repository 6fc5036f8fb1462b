"use client";
import type { RunSummary } from "@heddle/contract";
import { formatDuration, formatElapsed } from "@/format/duration";
import { DurationBar } from "../chart/duration-bar";
import { durationTone } from "../chart/duration-scale";
import { useNow } from "../time/time-provider";
import { cn } from "../ui/cn";
import { runDuration } from "./run-facts";

function Took({ run, now }: { run: RunSummary; now: number }) {
  const milliseconds = runDuration(run, now);
  const tone = durationTone(run.status, milliseconds, run.usualMs);
  return (
    <>
      <span
        className={cn(
          "desk:w-18 desk:text-right",
          tone === "live" ? "font-medium text-running-text" : tone === "slow" && "text-warning-text",
          tone !== "live" && tone !== "slow" && "max-desk:text-ink-2",
        )}
      >
        {run.status === "running" ? formatElapsed(milliseconds) : formatDuration(milliseconds)}
      </span>
      <DurationBar milliseconds={milliseconds} usual={run.usualMs} tone={tone} width={92} />
    </>
  );
}

function TickingTook({ run }: { run: RunSummary }) {
  return <Took run={run} now={useNow("second")} />;
}

/** How long a run took and a bar of it against its usual; both grow while it runs. */
export function RunDuration({ run }: { run: RunSummary }) {
  return run.status === "running" ? <TickingTook run={run} /> : <Took run={run} now={0} />;
}
