"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { formatCount } from "@/format/number";
import { RunStrip } from "../chart/run-strip";
import { paths } from "../shell/paths";
import { Instant } from "../time/instant";
import { buttonClass } from "../ui/button";
import type { PipelineHealth } from "./pipeline-words";
import { SectionHead } from "./section-head";
import type { OpenFailureList } from "./types";

interface OpenFailuresProps {
  base: string;
  list: OpenFailureList;
  pipelines: readonly PipelineHealth[];
}

const STRIP = 8;

/** Failures that go on, one line for all that are the same; each leads to what is known about it. */
export function OpenFailures({ base, list, pipelines }: OpenFailuresProps) {
  const { failures, counts } = list;
  const runs = failures.reduce((sum, failure) => sum + failure.runs, 0);
  const note =
    counts.open === 0
      ? "none"
      : `${formatCount(counts.open)} ${counts.open === 1 ? "cause" : "causes"}${
          failures.length === counts.open ? `, ${formatCount(runs)} ${runs === 1 ? "run" : "runs"}` : ""
        }`;
  return (
    <section aria-label="Open failures" className="min-w-0">
      <SectionHead title="Open failures" note={note}>
        <Link href={`${base}/alerts`} className={buttonClass({ variant: "quiet", size: "sm" })}>
          All failures
          <ChevronRight size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        </Link>
      </SectionHead>
      {failures.length === 0 ? (
        <p className="border-t border-line px-(--gutter) py-3 text-12 text-ink-2">{noneWords(counts)}</p>
      ) : (
        <ul>
          {failures.map((failure) => (
            <FailureRow
              key={failure.id}
              base={base}
              failure={failure}
              runs={pipelines.find(({ name }) => name === failure.pipeline)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function noneWords({ acknowledged, muted, recovered }: OpenFailureList["counts"]): string {
  const held = acknowledged + muted;
  if (held > 0) return `None is open; ${formatCount(held)} acknowledged or muted.`;
  return recovered > 0
    ? "None is open: every pipeline that failed has succeeded since."
    : "No failure has been recorded.";
}

interface FailureRowProps {
  base: string;
  failure: OpenFailureList["failures"][number];
  /** Of the pipeline, when it is among those that are shown. */
  runs: PipelineHealth | undefined;
}

function FailureRow({ base, failure, runs }: FailureRowProps) {
  const { node, errorType, message, pipeline, firstRun } = failure;
  const text = message.split("\n")[0] || "no message";
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_56px_148px] items-center gap-x-3 border-t border-line px-(--gutter) py-1.75 text-12 last:border-b hover:bg-hover max-desk:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Link
          href={paths.failure(base, failure.id)}
          className="block truncate -outline-offset-2 after:absolute after:inset-0"
          title={`${errorType}: ${message}`}
        >
          <span className="font-medium">{errorType || "Error"}</span>
          <span className="text-ink-2"> {text}</span>
        </Link>
        <p className="truncate text-11 text-ink-3">
          {node === null ? "outside of its nodes" : <span className="font-mono">{node}</span>} in {pipeline}
        </p>
      </div>
      <div className="relative z-10 max-desk:hidden">
        {runs ? (
          <RunStrip runs={runs.runs} usualMs={runs.usualMs} slots={STRIP} base={base} height={18} />
        ) : null}
      </div>
      <p className="truncate text-right text-ink-2">
        {formatCount(failure.runs)} {failure.runs === 1 ? "run" : "runs"},{" "}
        <span className="text-ink-3">
          {failure.runs === 1 ? null : "since "}
          <Instant at={firstRun.startedAt} className="relative z-10" />
        </span>
      </p>
    </li>
  );
}
