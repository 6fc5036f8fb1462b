import type { VersionDiff } from "@heddle/core";
import { ArrowRightFromLine, CircleHelp, CodeXml, type LucideIcon, Minus, Plus } from "lucide-react";

export type DiffNode = VersionDiff["nodes"][number];
export type Difference = DiffNode["difference"];

interface Look {
  /** After a count: `2 added`. */
  word: string;
  /** Of one node, for those who do not see the glyph. */
  spoken: string;
  icon: LucideIcon | null;
  text: string;
  box: string;
  /** From far away, where a box is a few pixels. */
  fill: string;
}

/** What each kind of difference looks like, in the order in which they are listed. */
export const DIFFERENCES: Record<Difference, Look> = {
  added: {
    word: "added",
    spoken: "added",
    icon: Plus,
    text: "text-success-text",
    box: "border-success bg-success-soft",
    fill: "var(--success)",
  },
  removed: {
    word: "removed",
    spoken: "removed",
    icon: Minus,
    text: "text-failed-text",
    box: "border-dashed border-failed bg-failed-soft",
    fill: "var(--failed)",
  },
  changed: {
    word: "changed",
    spoken: "code changed",
    icon: CodeXml,
    text: "text-accent",
    box: "border-accent bg-bg",
    fill: "var(--accent)",
  },
  unknown: {
    word: "not known",
    spoken: "not known whether it changed",
    icon: CircleHelp,
    text: "text-ink-2",
    box: "border-dashed border-line-strong bg-bg",
    fill: "var(--n400)",
  },
  upstream: {
    word: "upstream",
    spoken: "changed only upstream",
    icon: ArrowRightFromLine,
    text: "text-ink-2",
    box: "border-n400 bg-bg",
    fill: "var(--n500)",
  },
  same: {
    word: "same",
    spoken: "the same",
    icon: null,
    text: "text-ink-3",
    box: "border-line bg-bg text-ink-3",
    fill: "var(--n200)",
  },
};

export const DIFFERENCE_ORDER: readonly Difference[] = [
  "added",
  "removed",
  "changed",
  "unknown",
  "upstream",
  "same",
];

/** Whether the node itself is another, or may be; what changed only upstream is not. */
export function isOwn(difference: Difference): boolean {
  return difference !== "same" && difference !== "upstream";
}
