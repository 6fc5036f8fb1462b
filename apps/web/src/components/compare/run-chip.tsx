"use client";
import type { RunSummary } from "@heddle/contract";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { formatDuration } from "@/format/duration";
import { DurationBar } from "../chart/duration-bar";
import { durationTone } from "../chart/duration-scale";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Elapsed } from "../time/elapsed";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { HashChip } from "../ui/hash-chip";

interface RunChipProps {
  side: "A" | "B";
  run: RunSummary;
  onChoose: () => void;
}

/** One of the two runs: a link to it, and a button that chooses another. */
export function RunChip({ side, run, onChoose }: RunChipProps) {
  const { base } = useShell();
  const which = side === "A" ? "then" : "now";
  return (
    <div className="flex min-h-8 min-w-0 items-center gap-2 rounded-2 border border-line-strong py-0.5 pr-0.5 pl-1.5 text-12">
      <span
        title={`${side}, ${which}`}
        className={cn(
          "grid size-5 shrink-0 place-items-center rounded-1 text-11 font-semibold",
          side === "A" ? "bg-(--then) text-ink" : "bg-accent text-on-accent",
        )}
      >
        {side}
      </span>
      <StatusMark status={run.status} />
      <Link
        href={paths.run(base, run.id)}
        aria-label={`Run ${side}: ${runName(run)}, ${STATUS[run.status].label}`}
        className="text-13 font-semibold hover:text-accent"
      >
        {runName(run)}
      </Link>
      {run.codeVersion ? <HashChip hash={run.codeVersion} /> : null}
      <span className="flex min-w-0 items-center gap-1.5 truncate text-ink-3">
        <Instant at={run.startedAt} />
        <span aria-hidden>·</span>
        <Took run={run} />
      </span>
      <Button variant="quiet" size="sm" icon aria-label={`Choose run ${side}`} onClick={onChoose}>
        <ChevronDown size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      </Button>
    </div>
  );
}

function Took({ run }: { run: RunSummary }) {
  const { durationMs, usualMs: usual, status } = run;
  if (status === "running") return <Elapsed since={run.startedAt} />;
  if (durationMs === null) return <span>end unknown</span>;
  return (
    <>
      <span className="whitespace-nowrap">{formatDuration(durationMs)}</span>
      {usual ? (
        <span className="max-mid:hidden">
          <DurationBar
            milliseconds={durationMs}
            usual={usual}
            tone={durationTone(status, durationMs, usual)}
            width={64}
          />
        </span>
      ) : null}
    </>
  );
}
