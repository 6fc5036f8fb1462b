"use client";
import { shortHash } from "@/format/hash";
import { useCopy } from "@/hooks/use-copy";
import { cn } from "./cn";

interface HashChipProps {
  hash: string;
  /** What the hash names: "version", "commit". */
  what?: string;
  /** First seen here. */
  fresh?: boolean;
}

/** Seven characters of a hash; a click copies all of it. Accented where the version is new. */
export function HashChip({ hash, what = "version", fresh = false }: HashChipProps) {
  const { state, copy } = useCopy();
  return (
    <button
      type="button"
      title={`${hash}${fresh ? `, first run of this ${what} here` : ""}`}
      aria-label={`Copy ${what} ${shortHash(hash)}${fresh ? ", new here" : ""}`}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void copy(hash);
      }}
      className={cn(
        "inline-flex h-[18px] min-w-[58px] shrink-0 items-center justify-center rounded-1 px-1.25 font-mono text-[11.5px]/[18px] font-medium inset-ring",
        fresh
          ? "bg-accent-soft text-accent inset-ring-accent-line"
          : "bg-hover text-ink-2 inset-ring-line hover:text-ink",
      )}
    >
      {state === "copied" ? "copied" : shortHash(hash)}
    </button>
  );
}
