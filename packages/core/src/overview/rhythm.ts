import { quantile } from "./quantile";

/** From this many runs on a rhythm is told. */
const FEWEST = 5;
/** Up to here the longer gaps are still a rhythm: nine of ten at most twice the median. */
const REGULAR = 2;
const LATE = 1.5;
/** Schedules are told in minutes: what comes faster was started by hand or by a loop. */
const SHORTEST_MS = 60_000;

export interface Rhythm {
  /** Median of the gaps between the starts of the last runs, in milliseconds. */
  everyMs: number;
  /** A minute or more, and nine of ten gaps at most twice that: only then can a run be late. */
  regular: boolean;
  /** From this age on something is late: longer than every gap seen, and 1.5 times the median. */
  lateAfterMs: number;
}

/** What a pipeline's own starts say about when it runs; null below five runs. `starts` in any order. */
export function rhythmOf(starts: readonly number[]): Rhythm | null {
  if (starts.length < FEWEST) return null;
  const sorted = [...starts].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((start, index) => start - (sorted[index] ?? start));
  const [everyMs, most] = [quantile(gaps, 0.5) ?? 0, quantile(gaps, 0.9) ?? 0];
  return {
    everyMs: Math.round(everyMs),
    regular: everyMs >= SHORTEST_MS && most <= REGULAR * everyMs,
    lateAfterMs: Math.max(LATE * everyMs, ...gaps),
  };
}

/** Whether so much time has gone by that by its own rhythm the pipeline is late. */
export function isLate(rhythm: Rhythm | null, age: number): boolean {
  return rhythm?.regular === true && age > rhythm.lateAfterMs;
}
