import type { RunSummary } from "@heddle/contract";
import { runName } from "../../run/run-name";
import { STATUS } from "../../status/status-words";

type Selected = Pick<RunSummary, "id" | "number" | "status" | "pipeline">;

/** Two runs in the order of time: what was then is compared with what is now. */
export function olderAndNewer<Run extends Pick<RunSummary, "id">>(
  runs: readonly Run[],
): { older: Run; newer: Run } | null {
  const [older, newer] = [...runs].sort((a, b) => (a.id < b.id ? -1 : 1));
  return runs.length === 2 && older && newer ? { older, newer } : null;
}

function named(run: Selected, others: readonly Selected[]): string {
  // Two pipelines may both have a #12.
  const same = others.every(({ pipeline }) => pipeline === run.pipeline);
  const pipeline = same || run.pipeline === null ? "" : `${run.pipeline} `;
  return `${pipeline}${runName(run)} ${STATUS[run.status].label.toLowerCase()}`;
}

/** What the selection means: `#1288 failed against #1283 succeeded`. */
export function selectionWords(runs: readonly Selected[]): string {
  const pair = olderAndNewer(runs);
  if (pair) return `${named(pair.newer, runs)} against ${named(pair.older, runs)}`;
  const [only] = runs;
  if (runs.length === 1 && only) return named(only, runs);
  return "Two runs can be compared";
}
