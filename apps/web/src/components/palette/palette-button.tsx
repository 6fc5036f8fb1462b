"use client";
import { Search } from "lucide-react";
import { Kbd } from "../ui/kbd";
import { usePalette } from "./palette-context";
import { useChord } from "./use-chord";

/** Opens the palette; on a phone an icon. */
export function PaletteButton() {
  const { open } = usePalette();
  const chord = useChord();
  return (
    <button
      type="button"
      aria-label="Search or jump to"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
      className="flex h-7 shrink-0 items-center gap-2 rounded-2 border border-line-control bg-bg px-2 text-12 text-ink-3 hover:bg-hover max-desk:size-9 max-desk:justify-center max-desk:border-transparent max-desk:text-ink-2 mid:w-55"
    >
      <Search size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      <span aria-hidden className="flex-1 text-left max-mid:hidden">
        Search or jump to
      </span>
      <span aria-hidden className="max-desk:hidden">
        <Kbd>{chord === "⌘" ? "⌘K" : "Ctrl K"}</Kbd>
      </span>
    </button>
  );
}
