"use client";
import { useCopy } from "@/hooks/use-copy";
import { writerName } from "./ledger-words";

/** The end of a writer's id; a click copies all of it. */
export function WriterChip({ writer }: { writer: string }) {
  const { state, copy } = useCopy();
  return (
    <button
      type="button"
      title={writer}
      aria-label={`Copy writer ${writerName(writer).slice(1)}`}
      onClick={() => void copy(writer)}
      className="inline-flex h-[18px] min-w-[66px] items-center justify-center rounded-1 bg-hover px-1.25 font-mono text-[11.5px]/[18px] font-medium text-ink-2 inset-ring inset-ring-line hover:text-ink"
    >
      {state === "copied" ? "copied" : writerName(writer)}
    </button>
  );
}
