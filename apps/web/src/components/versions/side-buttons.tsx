"use client";
import { shortHash } from "@/format/hash";
import { cn } from "../ui/cn";
import { useChoice } from "./versions-context";

const BUTTON =
  "relative z-10 grid size-[18px] place-items-center rounded-1 border text-[10.5px] font-semibold max-desk:size-9";

/** Makes a version one side of the comparison: A is the earlier, B the later. */
export function SideButtons({ hash }: { hash: string }) {
  const { from, to, compare } = useChoice();
  return (
    <span className="flex shrink-0 gap-1">
      <button
        type="button"
        aria-pressed={hash === from}
        aria-label={`Compare from ${shortHash(hash)}`}
        title="Compare from this version"
        onClick={() => compare(hash, to ?? hash)}
        className={cn(
          BUTTON,
          hash === from
            ? "border-transparent bg-then text-ink"
            : "border-line text-ink-3 hover:border-line-strong hover:text-ink",
        )}
      >
        A
      </button>
      <button
        type="button"
        aria-pressed={hash === to}
        aria-label={`Compare to ${shortHash(hash)}`}
        title="Compare to this version"
        onClick={() => compare(from, hash)}
        className={cn(
          BUTTON,
          hash === to
            ? "border-transparent bg-accent text-on-accent"
            : "border-line text-ink-3 hover:border-line-strong hover:text-ink",
        )}
      >
        B
      </button>
    </span>
  );
}
