import type { RunMarks } from "@heddle/contract";
import { CodeXml, LogIn, type LucideIcon, Package, SlidersHorizontal } from "lucide-react";
import { cn } from "../ui/cn";

type ChangeKind = keyof RunMarks;

/** Kinds of change in the order in which they always stand. */
export const CHANGE_KINDS: readonly { kind: ChangeKind; word: string; icon: LucideIcon }[] = [
  { kind: "code", word: "Code", icon: CodeXml },
  { kind: "input", word: "Input", icon: LogIn },
  { kind: "config", word: "Configuration", icon: SlidersHorizontal },
  { kind: "environment", word: "Environment", icon: Package },
];

/** "Code and input changed, environment not known; configuration unchanged" */
function describeMarks(marks: RunMarks | null): string {
  if (!marks) return "No previous run of the pipeline";
  const of = (mark: boolean | null) =>
    CHANGE_KINDS.filter(({ kind }) => marks[kind] === mark).map(({ word }) => word.toLowerCase());
  const parts = [
    { words: of(true), is: "changed" },
    { words: of(null), is: "not known" },
    { words: of(false), is: "unchanged" },
  ];
  const text = parts
    .filter(({ words }) => words.length > 0)
    .map(({ words, is }) => `${words.join(", ")} ${is}`)
    .join("; ");
  return `Since the previous run: ${text}`;
}

/**
 * What changed since the previous run, in four fixed slots: a glyph where it did, a dot where it did not, a
 * short line where that is not known. All blank for a first run.
 */
export function ChangeMarks({ marks, litOnly = false }: { marks: RunMarks | null; litOnly?: boolean }) {
  const label = describeMarks(marks);
  return (
    <span role="img" aria-label={label} title={label} className="inline-flex shrink-0 items-center">
      {CHANGE_KINDS.filter(({ kind }) => !litOnly || marks?.[kind]).map(({ kind, icon: Icon }) => (
        <span
          key={kind}
          className={cn(
            "inline-flex size-4.5 items-center justify-center rounded-1",
            marks?.[kind] && "bg-active text-ink",
          )}
        >
          {marks?.[kind] ? (
            <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          ) : marks ? (
            <span
              className={cn("bg-(--n400)", marks[kind] === null ? "h-px w-1.5" : "size-0.5 rounded-full")}
            />
          ) : null}
        </span>
      ))}
    </span>
  );
}
