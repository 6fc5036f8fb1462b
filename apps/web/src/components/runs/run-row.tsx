"use client";
import type { RunSummary } from "@heddle/contract";
import Link from "next/link";
import { memo } from "react";
import { NodeCountsBar } from "../chart/node-counts-bar";
import { ChangeMarks } from "../run/change-marks";
import { runName } from "../run/run-name";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { HashChip } from "../ui/hash-chip";
import { CheckBox } from "./check-box";
import { FROM_FULL, FROM_MID, FROM_WIDE, RUN_GRID } from "./run-columns";
import { RunDurationBar, RunTook } from "./run-duration";
import { failureLine, isFirstOfVersion, nodesInShort } from "./run-facts";
import { RunNodeCounts } from "./run-node-counts";
import { RunTags } from "./run-tags";

interface RunRowProps {
  run: RunSummary;
  href: string;
  /** Place in the list, from 1, for assistive technology. */
  position: number;
  selected: boolean;
  /** `extend`: everything from the run that was selected last. */
  onSelect: (id: string, extend: boolean) => void;
}

const PHONE =
  "max-desk:grid max-desk:grid-cols-[14px_auto_auto_minmax(0,1fr)_auto] max-desk:items-center max-desk:gap-x-1.5 max-desk:px-(--gutter) max-desk:py-2.25 max-desk:grid-rows-[20px_20px_16px]";

/** One run: a line of the table; three lines on a phone. The whole row is the link. */
export const RunRow = memo(function RunRow({ run, href, position, selected, onSelect }: RunRowProps) {
  const name = runName(run);
  const pipeline = run.pipeline ?? "pipeline not known yet";
  const { label, text } = STATUS[run.status];
  const failure = run.failure ? `${label}: ${failureLine(run.failure)}` : label;
  return (
    <tr
      aria-rowindex={position + 1}
      data-selected={selected || undefined}
      data-run={run.id}
      className={cn(
        RUN_GRID,
        PHONE,
        "relative h-(--run-row) border-b border-line text-12 hover:bg-hover data-selected:bg-select",
        "has-[[data-row-link]:focus-visible]:bg-hover has-[[data-row-link]:focus-visible]:shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <td className="relative z-10 flex justify-end self-stretch max-desk:hidden">
        <button
          type="button"
          aria-label={`Select ${name} ${pipeline}`}
          aria-pressed={selected}
          onClick={({ shiftKey }) => onSelect(run.id, shiftKey)}
          className="flex h-full items-center pl-5 -outline-offset-2"
        >
          <CheckBox checked={selected} />
        </button>
      </td>
      <td title={failure} className="relative z-10 max-desk:mr-1">
        <StatusMark status={run.status} label={failure} />
      </td>
      <td className="min-w-0 truncate font-medium max-desk:order-4 max-desk:col-start-2 max-desk:font-normal max-desk:text-ink-2">
        <Link
          href={href}
          data-row-link
          aria-label={`${name} ${pipeline}, ${label}`}
          className="outline-none after:absolute after:inset-0"
        >
          {name}
        </Link>
      </td>
      <td
        title={pipeline}
        className={cn(
          "relative z-10 truncate max-desk:order-2 max-desk:col-span-3 max-desk:text-13 max-desk:font-medium",
          !run.pipeline && "text-ink-3",
        )}
      >
        {pipeline}
      </td>
      <td className="relative z-10 max-desk:order-5">
        {run.codeVersion ? <HashChip hash={run.codeVersion} fresh={isFirstOfVersion(run)} /> : null}
      </td>
      <td
        title={run.trigger ?? undefined}
        className={cn("relative z-10 truncate text-ink-3", FROM_FULL, "max-desk:hidden")}
      >
        {run.trigger}
      </td>
      <td className="text-right whitespace-nowrap max-desk:order-3 max-desk:text-ink-3">
        <Instant at={run.startedAt} className="relative z-10" />
      </td>
      <td className="relative z-10 text-right max-desk:order-8 max-desk:text-left">
        <RunTook run={run} />
      </td>
      <td className="relative z-10 max-desk:order-7 max-desk:col-span-2 max-desk:col-start-2">
        <RunDurationBar run={run} />
      </td>
      <td className={cn("relative z-10 flex items-center gap-1.5 max-desk:hidden", FROM_MID)}>
        <NodeCountsBar nodes={run.nodes} />
        <RunNodeCounts nodes={run.nodes} />
      </td>
      <td className={cn("relative z-10 flex max-desk:hidden", FROM_MID)}>
        <ChangeMarks marks={run.changed} />
      </td>
      <td className={cn("relative z-10 min-w-0 max-desk:hidden", FROM_WIDE)}>
        <RunTags tags={run.tags} />
      </td>
      <td
        className={cn(
          "truncate desk:hidden max-desk:order-6 max-desk:col-span-2",
          run.status === "succeeded" ? "text-ink-3" : text,
        )}
      >
        {nodesInShort(run)}
      </td>
      <td className="relative z-10 desk:hidden max-desk:order-9 max-desk:flex max-desk:justify-end">
        {run.changed ? <ChangeMarks marks={run.changed} litOnly /> : null}
      </td>
    </tr>
  );
});
