import type { Cause } from "@heddle/core";
import { CodeXml, LogIn, type LucideIcon, Package, SlidersHorizontal } from "lucide-react";

const CAUSE_KINDS: Record<Cause["kind"], { word: string; icon: LucideIcon }> = {
  code: { word: "Code", icon: CodeXml },
  input: { word: "Input", icon: LogIn },
  config: { word: "Config", icon: SlidersHorizontal },
  environment: { word: "Package", icon: Package },
};

/** What kind of thing differs: a glyph and a word, in ink. */
export function CauseKind({ kind }: { kind: Cause["kind"] }) {
  const { word, icon: Icon } = CAUSE_KINDS[kind];
  return (
    <span className="inline-flex h-5 shrink-0 items-center gap-1.25 rounded-1 bg-active pr-1.75 pl-1.25 text-11 font-semibold">
      <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden /> {word}
    </span>
  );
}
