import type { RunStatus } from "@heddle/contract";
import type { Usual } from "./duration-scale";

/** A run as a strip draws it. */
export interface StripRun {
  id: string;
  status: RunStatus;
  /** Null while it runs, and when its end is not known. */
  durationMs: number | null;
  number: number | null;
  startedAt: string;
}

/** The usual run stands at two thirds of the height, so that there is room above it. */
const ROOM = 1.5;

/** How high the bars stand, from 0 to 1: duration over 1.5 times the usual p90, or the longest without a usual. */
export function barHeights(runs: readonly StripRun[], usual: Usual | null, now: number): number[] {
  const took = runs.map((run) => durationOf(run, now));
  const longest = usual?.p90 ?? Math.max(0, ...took);
  return took.map((ms) => (longest > 0 ? Math.min(1, ms / (longest * ROOM)) : 0));
}

/** What a run took; what one that still runs took until now. */
export function durationOf(run: StripRun, now: number): number {
  if (run.durationMs !== null) return run.durationMs;
  return run.status === "running" ? Math.max(0, now - Date.parse(run.startedAt)) : 0;
}

const WORDS: [RunStatus, string][] = [
  ["succeeded", "succeeded"],
  ["failed", "failed"],
  ["lost", "lost"],
  ["silent", "silent"],
  ["cancelled", "cancelled"],
  ["running", "running"],
];

/** "30 runs: 25 succeeded, 5 failed" */
export function stripWords(runs: readonly StripRun[]): string {
  if (runs.length === 0) return "No runs";
  const counts = WORDS.flatMap(([status, word]) => {
    const count = runs.filter((run) => run.status === status).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return `${runs.length === 1 ? "1 run" : `${runs.length} runs`}: ${counts.join(", ")}`;
}
