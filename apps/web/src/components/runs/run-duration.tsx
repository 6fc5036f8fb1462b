"use client";
import type { RunSummary } from "@heddle/contract";
import { formatDuration, formatElapsed } from "@/format/duration";
import { DurationBar } from "../chart/duration-bar";
import { durationTone } from "../chart/duration-scale";
import { useNow } from "../time/time-provider";
import { cn } from "../ui/cn";
import { runDuration } from "./run-facts";

interface RunDurationProps {
  run: RunSummary;
  now: number;
}

function Took({ run, now }: RunDurationProps) {
  const milliseconds = runDuration(run, now);
  const tone = durationTone(run.status, milliseconds, run.usualMs);
  return (
    <span
      className={cn(
        "whitespace-nowrap",
        tone === "live" ? "font-medium text-running-text" : tone === "slow" && "text-warning-text",
        tone !== "live" && tone !== "slow" && "max-desk:text-ink-2",
      )}
    >
      {run.status === "running" ? formatElapsed(milliseconds) : formatDuration(milliseconds)}
    </span>
  );
}

function Bar({ run, now }: RunDurationProps) {
  const milliseconds = runDuration(run, now);
  const tone = durationTone(run.status, milliseconds, run.usualMs);
  return <DurationBar milliseconds={milliseconds} usual={run.usualMs} tone={tone} width={84} />;
}

function TickingTook({ run }: { run: RunSummary }) {
  return <Took run={run} now={useNow("second")} />;
}

function TickingBar({ run }: { run: RunSummary }) {
  return <Bar run={run} now={useNow("second")} />;
}

/** How long a run took; it grows while the run goes on. */
export function RunTook({ run }: { run: RunSummary }) {
  return run.status === "running" ? <TickingTook run={run} /> : <Took run={run} now={0} />;
}

/** The same as a bar over what is usual for its pipeline. */
export function RunDurationBar({ run }: { run: RunSummary }) {
  return run.status === "running" ? <TickingBar run={run} /> : <Bar run={run} now={0} />;
}
