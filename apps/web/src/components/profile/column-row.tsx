"use client";
import type { ColumnProfile } from "@heddle/contract";
import Link from "next/link";
import { useId, useState } from "react";
import { MissingBar } from "../chart/missing-bar";
import { columnDetails } from "./column-details";
import { ColumnPicture } from "./column-picture";
import { distinctWords, endWords, gapWords, KINDS, middleWords, missingShare } from "./column-words";
import { TopValues } from "./top-values";

interface ColumnRowProps {
  column: ColumnProfile;
  /** Where its history is; null: nowhere. */
  historyOf: ((column: string) => string) | null;
}

/** One column of a profile; opens to all of its figures. */
export function ColumnRow({ column, historyOf }: ColumnRowProps) {
  const [open, setOpen] = useState(false);
  const details = useId();
  const kind = KINDS[column.kind];
  const missing = missingShare(column);
  const gaps = gapWords(column);
  const third = column.numeric || column.time ? distinctWords(column) : "";
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={details}
        onClick={() => setOpen(!open)}
        className="grid w-full grid-cols-[18px_minmax(0,1fr)_96px] items-start gap-x-2 py-1.75 text-left hover:bg-hover"
      >
        <span
          title={kind.name}
          className="mt-0.5 h-4 rounded-[2px] bg-active text-center text-[9px]/[16px] font-semibold text-ink-2"
        >
          <span aria-hidden>{kind.mark}</span>
          <span className="sr-only">{kind.name}</span>
        </span>
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium" title={column.name}>
              {column.name || "value"}
            </span>
          </span>
          <span className="block truncate text-11 text-ink-3">{middleWords(column)}</span>
        </span>
        <span className="mt-0.5">
          <ColumnPicture column={column} />
        </span>
        <span className="col-span-2 col-start-2 truncate text-11 text-ink-3">
          {[endWords(column), third].filter(Boolean).join(", ")}
        </span>
        {gaps.length > 0 ? (
          <span className="col-span-2 col-start-2 flex flex-wrap items-center gap-x-2 text-11 text-ink-2">
            {missing > 0 ? <MissingBar share={missing} /> : null}
            {gaps.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </span>
        ) : null}
      </button>
      <div id={details} hidden={!open} className="pb-3 pl-6.5">
        {open ? (
          <>
            <dl className="grid grid-cols-2 gap-x-4 text-11 leading-5">
              {columnDetails(column).map(([term, value]) => (
                <div key={term} className="flex justify-between gap-2">
                  <dt className="text-ink-3">{term}</dt>
                  <dd className="min-w-0 truncate" title={value}>
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
            {column.top && column.top.length > 0 ? <TopValues column={column} /> : null}
            {historyOf ? (
              <Link
                href={historyOf(column.name)}
                className="mt-2 inline-block text-11 text-accent hover:underline"
              >
                History of this {column.name ? "column" : "value"}
              </Link>
            ) : null}
          </>
        ) : null}
      </div>
    </li>
  );
}
