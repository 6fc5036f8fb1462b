"use client";
import type { RunSummary } from "@heddle/contract";
import Link from "next/link";
import { memo } from "react";
import { NodeCountsBar } from "../chart/node-counts-bar";
import { runName } from "../run/run-name";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { HashChip } from "../ui/hash-chip";
import { HIDE_BELOW_MID, HIDE_BELOW_WIDE, RUN_GRID } from "./run-columns";
import { RunDuration } from "./run-duration";
import { nodesInShort } from "./run-facts";
import { RunNodeCounts } from "./run-node-counts";
import { RunNotes } from "./run-notes";

interface RunRowProps {
  run: RunSummary;
  href: string;
  /** First run of its code version. */
  fresh: boolean;
  /** Place in the list, from 1, for assistive technology. */
  position: number;
}

const PHONE =
  "max-desk:grid max-desk:grid-cols-[14px_auto_auto_minmax(0,1fr)_auto] max-desk:items-center max-desk:gap-x-1.5 max-desk:px-(--gutter) max-desk:py-2.25 max-desk:grid-rows-[20px_20px_16px]";

/** One run: a line of the table; three lines on a phone. The whole row is the link. */
export const RunRow = memo(function RunRow({ run, href, fresh, position }: RunRowProps) {
  const name = runName(run);
  const pipeline = run.pipeline ?? "pipeline not known yet";
  return (
    <tr
      aria-rowindex={position + 1}
      data-run={run.id}
      className={cn(
        RUN_GRID,
        PHONE,
        "relative h-(--run-row) border-b border-line text-12 hover:bg-hover",
        "has-[[data-row-link]:focus-visible]:bg-hover has-[[data-row-link]:focus-visible]:shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <td className="max-desk:mr-1">
        <StatusMark status={run.status} />
      </td>
      <td className="min-w-0 truncate font-medium max-desk:order-4 max-desk:col-start-2 max-desk:font-normal max-desk:text-ink-2">
        <Link
          href={href}
          data-row-link
          aria-label={`${name} ${pipeline}, ${STATUS[run.status].label}`}
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
        {run.codeVersion ? <HashChip hash={run.codeVersion} fresh={fresh} /> : null}
      </td>
      <td
        title={run.trigger ?? undefined}
        className={cn("relative z-10 truncate text-ink-3", HIDE_BELOW_WIDE)}
      >
        {run.trigger}
      </td>
      <td className="text-right max-desk:order-3 max-desk:text-ink-3">
        <Instant at={run.startedAt} className="relative z-10" />
      </td>
      <td className="relative z-10 flex items-center gap-3 max-desk:order-7 max-desk:col-span-4 max-desk:col-start-2 max-desk:flex-row-reverse max-desk:justify-end">
        <RunDuration run={run} />
      </td>
      <td className={cn("relative z-10 flex items-center gap-1.5 max-desk:hidden", HIDE_BELOW_MID)}>
        <NodeCountsBar nodes={run.nodes} />
        <RunNodeCounts nodes={run.nodes} />
      </td>
      <td
        className={cn(
          "relative z-10 flex min-w-0 items-center gap-1.5 overflow-hidden max-desk:hidden",
          HIDE_BELOW_MID,
        )}
      >
        <RunNotes run={run} />
      </td>
      <td
        className={cn(
          "truncate desk:hidden max-desk:order-6 max-desk:col-span-2",
          run.status === "succeeded" ? "text-ink-3" : STATUS[run.status].text,
        )}
      >
        {nodesInShort(run)}
      </td>
    </tr>
  );
});
