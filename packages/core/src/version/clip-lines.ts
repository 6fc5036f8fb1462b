/** Lines of a side as they are sent: a part of a long file. */
export interface ClippedLines {
  /** Of the first line, counted from 1. */
  startLine: number;
  lines: string[];
}

/** Longer sides lose the beginning and end that both have, but for some lines, and then their end. */
const MOST_LINES = 4000;
const KEPT = 50;

interface Clipped {
  before: ClippedLines | null;
  after: ClippedLines | null;
  /** Lines at the end of the longer side that are not sent and may differ. */
  hidden: number;
}

/** Makes two sides small enough to be sent, leaving out first what is equal. */
export function clipLines(before: ClippedLines | null, after: ClippedLines | null): Clipped {
  const longest = Math.max(before?.lines.length ?? 0, after?.lines.length ?? 0);
  if (longest <= MOST_LINES) return { before, after, hidden: 0 };
  const [then, now] = [before?.lines ?? [], after?.lines ?? []];
  const shorter = Math.min(then.length, now.length);
  let head = 0;
  while (head < shorter && then[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && then[then.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const from = Math.max(0, head - KEPT);
  const off = Math.max(0, tail - KEPT);
  const clip = (side: ClippedLines | null) =>
    side && {
      startLine: side.startLine + from,
      lines: side.lines.slice(from, Math.min(side.lines.length - off, from + MOST_LINES)),
    };
  return { before: clip(before), after: clip(after), hidden: Math.max(0, longest - off - from - MOST_LINES) };
}
