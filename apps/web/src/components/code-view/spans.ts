export interface Span {
  name: string;
  startLine: number;
  endLine: number;
}

/** Which node each line belongs to: of several the one that begins last, so that inner ones win. */
export function nodeOfLines(spans: readonly Span[], lines: number): (string | null)[] {
  const owner: (string | null)[] = Array.from({ length: lines }, () => null);
  const sorted = [...spans].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  for (const { name, startLine, endLine } of sorted) {
    for (let line = Math.max(1, startLine); line <= Math.min(lines, endLine); line++) owner[line - 1] = name;
  }
  return owner;
}
