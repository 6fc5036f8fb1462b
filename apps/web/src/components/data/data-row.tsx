"use client";
import type { RunColumn } from "@heddle/core";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { formatPercent } from "@/format/number";
import { MissingBar } from "../chart/missing-bar";
import { ColumnPicture } from "../profile/column-picture";
import { distinctWords, endWords, gapWords, KINDS, middleWords, missingShare } from "../profile/column-words";
import { useRun } from "../run/run-context";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { cn } from "../ui/cn";

export const DATA_GRID =
  "grid grid-cols-[18px_minmax(0,3fr)_minmax(0,2.4fr)_112px_minmax(0,3.4fr)_96px_20px] items-center gap-x-3 px-(--gutter) max-desk:grid-cols-[18px_minmax(0,1fr)_96px]";

/** One column of one node: what it is, how full, its figures and its picture. */
export function DataRow({ column: { node, task, profile } }: { column: RunColumn }) {
  const { run, state } = useRun();
  const { base } = useShell();
  const kind = KINDS[profile.kind];
  const missing = missingShare(profile);
  const name = profile.name || "value";
  const figures = [middleWords(profile), endWords(profile)].filter(Boolean).join(", ");
  const distinct = distinctWords(profile);
  const on = node === state.node;
  return (
    <div
      className={cn(DATA_GRID, "h-full border-b border-line text-12", on ? "bg-select" : "hover:bg-hover")}
    >
      <span
        title={kind.name}
        className="h-4 rounded-[2px] bg-active text-center text-[9px]/[16px] font-semibold text-ink-2"
      >
        <span aria-hidden>{kind.mark}</span>
        <span className="sr-only">{kind.name}</span>
      </span>
      <span className="min-w-0">
        {run.pipeline === null ? (
          <span className="block truncate font-medium" title={name}>
            {name}
          </span>
        ) : (
          <Link
            href={paths.node(base, { pipeline: run.pipeline, node, column: profile.name || undefined })}
            title={`History of ${name}`}
            className="block truncate font-medium hover:text-accent"
          >
            {name}
          </Link>
        )}
        <span className="block truncate text-11 text-ink-3">
          {profile.dataType}
          <button type="button" onClick={() => state.select(node)} className="px-1 text-accent desk:hidden">
            {node}
          </button>
        </span>
      </span>
      <button
        type="button"
        aria-pressed={on}
        onClick={() => state.select(node)}
        title={`Open ${node}`}
        className="min-w-0 truncate text-left text-ink-2 -outline-offset-1 hover:text-accent max-desk:hidden"
      >
        {node}
        {task ? <span className="text-ink-3">, {task}</span> : null}
      </button>
      <span
        className="flex items-center gap-2 max-desk:hidden"
        title={gapWords(profile).join(", ") || undefined}
      >
        {missing > 0 ? (
          <>
            <MissingBar share={missing} />
            <span className="whitespace-nowrap text-ink-2">{formatPercent(missing)}</span>
          </>
        ) : (
          <span className="text-ink-3">none</span>
        )}
      </span>
      <span className="min-w-0 max-desk:hidden">
        <span className="block truncate" title={figures}>
          {figures}
        </span>
        {figures.includes(distinct) ? null : (
          <span className="block truncate text-11 text-ink-3">{distinct}</span>
        )}
      </span>
      <span>
        <ColumnPicture column={profile} />
      </span>
      <button
        type="button"
        aria-label={`Open ${node}`}
        onClick={() => state.select(node)}
        className="grid size-5 place-items-center rounded-1 text-ink-3 hover:bg-active hover:text-ink max-desk:hidden"
      >
        <ChevronRight size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      </button>
    </div>
  );
}
