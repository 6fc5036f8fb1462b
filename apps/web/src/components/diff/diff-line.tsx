import type { Part } from "@heddle/core/diff/word-diff";
import type { CodeToken } from "@/code/tokens";
import { formatCount } from "@/format/number";
import { TOKEN_LOOK } from "../code/token-look";
import { cn } from "../ui/cn";
import { markParts } from "./mark-parts";

export type LineChange = "same" | "removed" | "added";

interface DiffLineProps {
  /** Null for the empty place beside a line that has no counterpart. */
  tokens: readonly CodeToken[] | null;
  number: number | null;
  change: LineChange;
  words: readonly Part[];
  /** Has a hairline at its left. */
  edge?: boolean;
}

/** Of longer lines only the beginning is drawn. */
const LONGEST = 2000;
const GROUND: Record<LineChange, string> = { same: "", removed: "bg-diff-del", added: "bg-diff-add" };
const WORD: Record<LineChange, string> = {
  same: "",
  removed: "bg-(--diff-del-strong)",
  added: "bg-(--diff-add-strong)",
};
const SIGN: Record<LineChange, string> = { same: "", removed: "\u2212", added: "+" };
const SPOKEN: Record<LineChange, string> = { same: "", removed: "removed: ", added: "added: " };

/** One side of a row: number, sign and code, as three cells. */
export function DiffLine({ tokens, number, change, words, edge = false }: DiffLineProps) {
  const line = edge && "border-l border-line";
  if (tokens === null) return <td colSpan={3} className={cn("bg-sunken", line)} />;
  const { shown, rest } = clipped(tokens);
  return (
    <>
      <td className={cn("pr-2 text-right align-top text-ink-3 select-none", GROUND[change], line)}>
        {number}
      </td>
      <td aria-hidden className={cn("align-top select-none", GROUND[change])}>
        {SIGN[change]}
      </td>
      <td className={cn("pr-2 align-top wrap-anywhere whitespace-pre-wrap", GROUND[change])}>
        <span className="sr-only">{SPOKEN[change]}</span>
        {markParts(shown, words).map(({ text, kind, marked }, piece) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a line is its place in it.
            key={piece}
            className={cn(kind && TOKEN_LOOK[kind], marked && WORD[change], marked && "rounded-[2px]")}
          >
            {text}
          </span>
        ))}
        {rest > 0 ? (
          <span className="text-ink-3"> … {formatCount(rest)} more characters in this line</span>
        ) : null}
      </td>
    </>
  );
}

function clipped(tokens: readonly CodeToken[]): { shown: readonly CodeToken[]; rest: number } {
  const length = tokens.reduce((sum, [text]) => sum + text.length, 0);
  if (length <= LONGEST) return { shown: tokens, rest: 0 };
  const shown: CodeToken[] = [];
  let room = LONGEST;
  for (const [text, kind] of tokens) {
    const part = text.slice(0, room);
    if (part !== "") shown.push(kind ? [part, kind] : [part]);
    room -= part.length;
  }
  return { shown, rest: length - LONGEST };
}
