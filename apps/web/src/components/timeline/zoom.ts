/** A part of the run, in milliseconds since 1970. */
export interface Range {
  from: number;
  to: number;
}

/** The shortest part that can be looked at, in milliseconds. */
const LEAST = 2;

/** `range` within `whole`, of at least two milliseconds; null when it is all of it. */
export function clampRange(range: Range, whole: Range): Range | null {
  const length = Math.max(LEAST, range.to - range.from);
  if (length >= whole.to - whole.from) return null;
  const from = Math.min(Math.max(range.from, whole.from), whole.to - length);
  return { from, to: from + length };
}

/** The range made longer or shorter by a factor, so that the moment `at` stays where it is. */
export function zoomRange(range: Range, whole: Range, factor: number, at: number): Range | null {
  return clampRange({ from: at - (at - range.from) * factor, to: at + (range.to - at) * factor }, whole);
}
