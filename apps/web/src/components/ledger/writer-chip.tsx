"use client";
import { useCopy } from "@/hooks/use-copy";

/** Writers that began together have ids that begin alike: their ends tell them apart. */
const SHOWN = 7;

/** The end of a writer's id; a click copies all of it. */
export function WriterChip({ writer }: { writer: string }) {
  const { state, copy } = useCopy();
  return (
    <button
      type="button"
      title={writer}
      aria-label={`Copy writer ${writer.slice(-SHOWN)}`}
      onClick={() => void copy(writer)}
      className="inline-flex h-[18px] min-w-[66px] items-center justify-center rounded-1 bg-hover px-1.25 font-mono text-[11.5px]/[18px] font-medium text-ink-2 inset-ring inset-ring-line hover:text-ink"
    >
      {state === "copied" ? "copied" : `…${writer.slice(-SHOWN)}`}
    </button>
  );
}
