import type { HistoryRun } from "@heddle/core";
import { quantileOf } from "@heddle/core/node/quantile";
import type { Series } from "./node-params";
import { figureOf } from "./series";

/** Runs next to each other in which the node, with all that it is computed from, has the same code. */
interface Level {
  /** Places of its runs. */
  from: number;
  to: number;
  median: number;
  /** Runs that have a value. */
  values: number;
}

export interface Step {
  before: Level;
  after: Level;
}

/**
 * The largest step of a series at a change of code: of each two neighbouring stretches of runs with the same
 * revision, the distance between the medians of their values. Stretches without a value are passed over. It
 * says how far apart the two are, not whether that is much.
 */
export function largestStep(runs: readonly HistoryRun[], series: Series): Step | null {
  const levels = levelsOf(runs, series);
  let best: Step | null = null;
  for (const [index, after] of levels.entries()) {
    const before = levels[index - 1];
    if (!before || before.median === after.median) continue;
    if (!best || distance({ before, after }) > distance(best)) best = { before, after };
  }
  return best;
}

function distance({ before, after }: Step): number {
  return Math.abs(after.median - before.median);
}

function levelsOf(runs: readonly HistoryRun[], series: Series): Level[] {
  const levels: Level[] = [];
  let from = 0;
  for (let to = 0; to < runs.length; to++) {
    const next = runs[to + 1];
    if (next && next.revision === runs[to]?.revision) continue;
    const values = runs.slice(from, to + 1).flatMap((run) => figureOf(run, series) ?? []);
    if (values.length > 0) levels.push({ from, to, median: quantileOf(values, 0.5), values: values.length });
    from = to + 1;
  }
  return levels;
}
