"use client";
import Link from "next/link";
import { memo } from "react";
import { formatCount } from "@/format/number";
import { RunStrip } from "../chart/run-strip";
import { ChangeMarks } from "../run/change-marks";
import { paths } from "../shell/paths";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { cn } from "../ui/cn";
import { Pill } from "../ui/pill";
import { DurationTrend } from "./duration-trend";
import { Freshness } from "./freshness";
import { HIDE_BELOW_MID, HIDE_BELOW_WIDE, PIPELINE_GRID } from "./pipeline-columns";
import { formatPoints, formatSuccess, nowWords, type PipelineHealth } from "./pipeline-words";

const PHONE =
  "max-desk:grid max-desk:grid-cols-[14px_minmax(0,1fr)_auto] max-desk:items-center max-desk:gap-x-2 max-desk:gap-y-1.5 max-desk:px-(--gutter) max-desk:py-2.5";

/** One pipeline: a line of the table, a card on a phone. The line leads to its newest run. */
export const PipelineRow = memo(function PipelineRow(props: { pipeline: PipelineHealth; base: string }) {
  const { pipeline, base } = props;
  const { name, runs, inRange, changed } = pipeline;
  const newest = runs.at(-1);
  const previous = runs.at(-2);
  const now = nowWords(pipeline);
  if (!newest) return null;
  const success = inRange.success === null ? "–" : formatSuccess(inRange.success);
  const lit = changed !== null && Object.values(changed).some((mark) => mark === true);
  return (
    <tr
      data-pipeline={name}
      className={cn(
        PIPELINE_GRID,
        PHONE,
        "relative border-b border-line text-12 hover:bg-hover desk:h-9.5",
        "has-[[data-row-link]:focus-visible]:bg-hover has-[[data-row-link]:focus-visible]:shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <td>
        <StatusMark status={newest.status} />
      </td>
      <td className="min-w-0 truncate font-medium max-desk:text-13">
        <Link
          href={paths.run(base, newest.id)}
          data-row-link
          title={name}
          aria-label={`${name}, newest run ${STATUS[newest.status].label.toLowerCase()}`}
          className="outline-none after:absolute after:inset-0"
        >
          {name}
        </Link>
      </td>
      <td className={cn("relative z-10 text-right text-ink-2", HIDE_BELOW_WIDE)}>
        <Link href={paths.runs(base, { pipeline: name })} className="hover:underline">
          {formatCount(inRange.runs)}
        </Link>
      </td>
      <td className="relative z-10 max-desk:order-4 max-desk:col-start-2">
        <RunStrip runs={runs} usualMs={pipeline.usualMs} base={base} />
      </td>
      <td
        className={cn(
          "text-right tabular-nums max-desk:order-5",
          inRange.success !== null && inRange.success < 0.95 && "font-medium",
        )}
      >
        {success}
      </td>
      <td className={cn("text-right text-ink-3 tabular-nums", HIDE_BELOW_MID)}>
        {inRange.points === null ? <Dot label="Nothing to compare with" /> : formatPoints(inRange.points)}
      </td>
      <td className={HIDE_BELOW_MID}>
        <DurationTrend pipeline={pipeline} />
      </td>
      <td className="relative z-10 min-w-0 max-wide:hidden max-desk:order-6 max-desk:col-span-2 max-desk:col-start-2 max-desk:block">
        <Freshness pipeline={pipeline} base={base} />
      </td>
      <td className={cn("relative z-10", HIDE_BELOW_WIDE)}>
        {lit && previous ? (
          <Link
            href={paths.compare(base, { a: previous.id, b: newest.id })}
            aria-label="Compare the newest run with the one before"
          >
            <ChangeMarks marks={changed} />
          </Link>
        ) : (
          <ChangeMarks marks={changed} />
        )}
      </td>
      <td className="min-w-0 max-desk:order-3">{now ? <Pill tone={now.tone}>{now.words}</Pill> : null}</td>
    </tr>
  );
});

/** Nothing to say, drawn. */
function Dot({ label }: { label: string }) {
  return (
    <span title={label} className="inline-block size-0.5 rounded-full bg-n400 align-middle">
      <span className="sr-only">{label}</span>
    </span>
  );
}
