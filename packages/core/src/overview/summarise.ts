import type { Windows } from "./range";
import { successShare } from "./success";
import type { Tally } from "./tallies";
import type { OverviewStep, OverviewSummary } from "./view";

type Figures = Omit<OverviewSummary, "running" | "troubles" | "versions">;

/** Good runs that a median needs before it is compared. */
const FEWEST = 5;

interface Weighted {
  value: number;
  weight: number;
}

/** The value that half of the weight lies below or at; null of nothing. */
export function weightedMedian(values: readonly Weighted[]): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const { value, weight } of sorted) {
    below += weight;
    if (below >= half) return value;
  }
  return null;
}

function sum(tallies: readonly Tally[]) {
  const of = (key: "runs" | "succeeded" | "failed" | "lost") =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  return { runs: of("runs"), succeeded: of("succeeded"), failed: of("failed"), lost: of("lost") };
}

/** What each tally's median is above that of its pipeline in the range before, taken together. */
function durationOf(tallies: readonly Tally[], before: ReadonlyMap<string | null, Tally>): number | null {
  return weightedMedian(
    tallies.flatMap(({ pipelineId, medianMs, succeeded }) => {
      const base = before.get(pipelineId);
      if (!base?.medianMs || base.succeeded < FEWEST || medianMs === null) return [];
      return [{ value: medianMs / base.medianMs - 1, weight: succeeded }];
    }),
  );
}

/** The figures on top of the overview. */
export function summarise(tallies: readonly Tally[], { from, stepMs, steps }: Windows): Figures {
  const inRange = tallies.filter(({ now }) => now === 1);
  const earlier = tallies.filter(({ now }) => now === 0);
  const before = new Map(earlier.map((tally) => [tally.pipelineId, tally]));
  const known = inRange.filter(({ succeeded }) => succeeded >= FEWEST);
  const enough = new Set(known.map(({ pipelineId }) => pipelineId));
  const { runs, lost, ...ended } = sum(inRange);
  const stepOf = (index: number): OverviewStep => {
    const own = tallies.filter(({ step }) => step === steps + index);
    const { succeeded: _, ...counts } = sum(own);
    const judged = own.filter(({ pipelineId }) => enough.has(pipelineId));
    return {
      from: new Date(from.getTime() + index * stepMs).toISOString(),
      ...counts,
      duration: durationOf(judged, before),
    };
  };
  return {
    runs,
    lost,
    success: successShare({ lost, ...ended }),
    successBefore: successShare(sum(earlier)),
    duration: durationOf(known, before),
    steps: Array.from({ length: steps }, (_, index) => stepOf(index)),
  };
}
