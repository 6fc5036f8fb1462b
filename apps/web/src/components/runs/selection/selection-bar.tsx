"use client";
import type { RunSummary } from "@heddle/contract";
import { Columns2, X } from "lucide-react";
import Link from "next/link";
import { formatCount } from "@/format/number";
import { Button, buttonClass } from "../../ui/button";
import { Kbd } from "../../ui/kbd";
import { selectionWords } from "./selection-words";

interface SelectionBarProps {
  runs: readonly RunSummary[];
  /** Where `c` leads; null while there is nothing to compare with. */
  compare: { href: string; with: string } | null;
  /** Why one run alone cannot be compared; null otherwise. */
  note: string | null;
  onClear: () => void;
}

/** Floats over the list and says in words what is selected and what it would be compared with. */
export function SelectionBar({ runs, compare, note, onClear }: SelectionBarProps) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-5 z-30 flex justify-center px-3">
      <section
        aria-label="Selection"
        className="pointer-events-auto flex h-11 max-w-full items-center gap-2 rounded-[8px] bg-raised pr-2 pl-3.5 text-12 whitespace-nowrap shadow-float ring-1 ring-line-strong"
      >
        <span role="status" className="flex min-w-0 items-center gap-2">
          <b className="font-semibold">{formatCount(runs.length)} selected</b>
          <span className="truncate text-ink-2">
            {selectionWords(runs)}
            {compare && compare.with !== "" ? `, ${compare.with}` : null}
          </span>
        </span>
        <span aria-hidden className="mx-1 w-px self-stretch bg-line my-2" />
        {compare ? (
          <Link href={compare.href} className={buttonClass({ variant: "primary" })}>
            <Columns2 size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
            Compare
            <Kbd>c</Kbd>
          </Link>
        ) : note ? (
          <span className="text-ink-3">{note}</span>
        ) : null}
        <Button variant="quiet" icon aria-label="Clear the selection" onClick={onClear}>
          <X size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        </Button>
      </section>
    </div>
  );
}
