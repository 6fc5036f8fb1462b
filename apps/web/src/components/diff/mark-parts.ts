import type { Part } from "@heddle/core/diff/word-diff";
import type { CodeToken } from "@/code/tokens";

export interface MarkedPiece {
  text: string;
  kind: CodeToken[1];
  marked: boolean;
}

/** Cuts a line's coloured pieces where its changed words begin and end. Parts are in order and apart. */
export function markParts(tokens: readonly CodeToken[], parts: readonly Part[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const [text, kind] of tokens) {
    const end = at + text.length;
    let from = at;
    for (const [start, stop] of parts) {
      if (stop <= from || start >= end) continue;
      if (start > from) pieces.push({ text: text.slice(from - at, start - at), kind, marked: false });
      const [first, last] = [Math.max(start, from), Math.min(stop, end)];
      pieces.push({ text: text.slice(first - at, last - at), kind, marked: true });
      from = last;
    }
    if (from < end) pieces.push({ text: text.slice(from - at), kind, marked: false });
    at = end;
  }
  return pieces;
}
