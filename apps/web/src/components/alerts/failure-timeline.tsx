"use client";
import type { FailureDetail, FailureRun, PipelineStrip } from "@heddle/core";
import { Bell, BellOff, User } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { RunStrip } from "../chart/run-strip";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { StatusMark } from "../status/status-mark";
import { Instant } from "../time/instant";
import { CHANNEL_KINDS } from "./channel-kinds";
import { type TimelineLine, timelineLines } from "./timeline-lines";

const ICON = { size: 12, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;
const RUNS_NAMED = 3;

function Runs({ runs, base }: { runs: FailureRun[]; base: string }) {
  const rest = runs.length - RUNS_NAMED;
  return (
    <>
      {runs.slice(0, RUNS_NAMED).map((run, index) => (
        <span key={run.id}>
          {index > 0 ? ", " : null}
          <Link
            href={paths.run(base, run.id)}
            prefetch={false}
            className="font-medium text-ink hover:text-accent"
          >
            {runName(run)}
          </Link>
        </span>
      ))}
      {rest > 0 ? ` and ${formatCount(rest)} more` : null}
    </>
  );
}

const STATUS_WORDS = { sent: "was told of", pending: "waits to be told of", failed: "was not told of" };
const PERSON_WORDS: Record<string, string> = {
  "failure.acknowledged": "acknowledged it",
  "failure.reopened": "took the acknowledgement back",
  "failure.muted": "muted it",
  "failure.unmuted": "unmuted it",
};

function LineView({ line, base }: { line: TimelineLine; base: string }) {
  switch (line.kind) {
    case "failed":
      return (
        <Row at={line.at} mark={<StatusMark status="failed" size={12} label="" />}>
          <Runs runs={line.runs} base={base} /> failed{line.first ? "" : " the same way"}{" "}
          {line.first ? <Quiet>first</Quiet> : null}
        </Row>
      );
    case "recovered":
      return (
        <Row at={line.at} mark={<StatusMark status="succeeded" size={12} label="" />}>
          recovered with <Runs runs={[line.run]} base={base} />
        </Row>
      );
    case "message": {
      const { channel, status, run, tookMs } = line;
      const kind = channel.kind ? `${CHANNEL_KINDS[channel.kind].label} ` : "";
      return (
        <Row at={line.at} mark={<Bell {...ICON} />}>
          {kind}
          <span className="font-medium text-ink">{channel.name ?? "A channel that was removed"}</span>{" "}
          {STATUS_WORDS[status]} <Runs runs={[run]} base={base} />{" "}
          {tookMs === null ? null : <Quiet>in {formatDuration(tookMs)}</Quiet>}
        </Row>
      );
    }
    case "person": {
      const Icon = line.action === "failure.muted" ? BellOff : User;
      return (
        <Row at={line.at} mark={<Icon {...ICON} />}>
          <span className="font-medium text-ink">{line.actor}</span>{" "}
          {PERSON_WORDS[line.action] ?? line.action}
          {line.until ? (
            <>
              {" "}
              <Quiet>
                until <Instant at={line.until} />
              </Quiet>
            </>
          ) : null}
        </Row>
      );
    }
  }
}

function Row({ at, mark, children }: { at: string; mark: ReactNode; children: ReactNode }) {
  return (
    <li className="grid min-h-7.5 grid-cols-[72px_20px_minmax(0,1fr)] items-center border-t border-line py-1 text-12">
      <Instant at={at} className="text-ink-3" />
      <span className="text-ink-2">{mark}</span>
      <span className="min-w-0 break-words text-ink-2">{children}</span>
    </li>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="text-ink-3">{children}</span>;
}

interface FailureTimelineProps {
  detail: FailureDetail;
  strip: PipelineStrip | undefined;
  base: string;
}

/** What happened around a failure, newest first, with the pipeline's last runs. */
export function FailureTimeline({ detail, strip, base }: FailureTimelineProps) {
  const lines = timelineLines(detail.timeline, detail.failure.firstRun.id);
  return (
    <section aria-label="Timeline">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h2 className="text-13 font-semibold">Timeline</h2>
        {strip ? (
          <RunStrip runs={strip.runs} usualMs={strip.usualMs} slots={20} base={base} height={18} />
        ) : null}
      </div>
      <ul>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines only come on top, and hold no state.
          <LineView key={index} line={line} base={base} />
        ))}
      </ul>
    </section>
  );
}
