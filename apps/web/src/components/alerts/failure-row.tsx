"use client";
import type { FailureSummary, PipelineStrip } from "@heddle/core";
import Link from "next/link";
import { RunStrip } from "../chart/run-strip";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { TagChip } from "../ui/tag-chip";
import { FailureButtons } from "./failure-buttons";
import { StateWord } from "./failure-state";
import { failureError, runsWords } from "./failure-words";
import type { FailureActions } from "./use-failure-actions";

/** Columns of the list, the same in the head and in its skeleton. */
export const FAILURE_GRID = cn(
  "grid grid-cols-[112px_minmax(0,1fr)_140px_124px_124px_150px_60px] items-center gap-x-3 px-(--gutter)",
  "max-wide:grid-cols-[112px_minmax(0,1fr)_140px_124px_124px_60px]",
  "max-mid:grid-cols-[112px_minmax(0,1fr)_124px_124px_60px]",
);

interface FailureRowProps {
  failure: FailureSummary;
  strip: PipelineStrip | undefined;
  base: string;
  current: boolean;
  actions: FailureActions;
  muteOpen: boolean;
  onMuteOpen: (open: boolean) => void;
}

function Name({ failure, base }: Pick<FailureRowProps, "failure" | "base">) {
  const { pipeline, node, environment } = failure;
  return (
    <p className="flex min-w-0 items-center gap-1.5">
      <Link
        href={paths.failure(base, failure.id)}
        className="min-w-0 truncate after:absolute after:inset-0 after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent"
      >
        <span className="font-medium">{pipeline}</span>{" "}
        <span className="text-ink-2">{node === null ? "outside of its nodes" : "at"}</span>{" "}
        {node === null ? null : <span className="font-mono text-[12px] font-medium">{node}</span>}
      </Link>
      {environment ? <TagChip name="environment" value={environment} /> : null}
    </p>
  );
}

function Looker({ failure }: Pick<FailureRowProps, "failure">) {
  if (failure.state === "muted" && failure.mutedUntil)
    return (
      <>
        until <Instant at={failure.mutedUntil} />
      </>
    );
  return failure.acknowledgedBy ? (
    <span title={failure.acknowledgedBy} className="block truncate">
      {failure.acknowledgedBy}
    </span>
  ) : null;
}

/** One failure: how it stands, what fails, the pipeline's last runs, since when, who looks after it. */
export function FailureRow(props: FailureRowProps) {
  const { failure, strip, base, current } = props;
  const { runs, firstRun, lastRun } = failure;
  return (
    <li
      data-failure={failure.id}
      aria-current={current ? "true" : undefined}
      className={cn(
        "relative border-b border-line text-12 hover:bg-hover",
        "desk:min-h-12 desk:py-1",
        FAILURE_GRID,
        "max-desk:flex max-desk:flex-col max-desk:items-stretch max-desk:gap-1 max-desk:py-2.5",
        current && "bg-select shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <div className="flex items-center justify-between">
        <StateWord state={failure.state} />
        <span className="text-ink-3 desk:hidden">
          <Instant at={lastRun.startedAt} />
        </span>
      </div>
      <div className="min-w-0">
        <Name failure={failure} base={base} />
        <p title={failure.message} className="truncate text-ink-2">
          {failureError(failure)}
        </p>
      </div>
      <div className="relative z-10 max-mid:desk:hidden max-desk:py-0.5">
        {strip ? <RunStrip runs={strip.runs} usualMs={strip.usualMs} slots={20} base={base} /> : null}
      </div>
      <div className="max-desk:flex max-desk:gap-1.5">
        <p>{runsWords(runs)}</p>
        <p className="text-ink-3">
          {runs === 1 ? "" : "since "}
          <Link
            href={paths.run(base, firstRun.id)}
            prefetch={false}
            className="relative z-10 hover:text-accent hover:underline"
          >
            {runName(firstRun)}
          </Link>
          {runs === 1 ? null : (
            <>
              , <Instant at={firstRun.startedAt} />
            </>
          )}
        </p>
      </div>
      <div className="max-desk:hidden">
        <p>
          <Instant at={lastRun.startedAt} />
        </p>
        <p className="text-ink-3">
          in{" "}
          <Link
            href={paths.run(base, lastRun.id, failure.node ? { node: failure.node } : {})}
            prefetch={false}
            className="relative z-10 hover:text-accent hover:underline"
          >
            {runName(lastRun)}
          </Link>
        </p>
      </div>
      <div className="min-w-0 text-ink-2 max-wide:desk:hidden empty:hidden desk:empty:block">
        <Looker failure={failure} />
      </div>
      <div className="relative z-10 flex justify-end gap-1 max-desk:hidden">
        <FailureButtons {...props} look="row" />
      </div>
    </li>
  );
}
