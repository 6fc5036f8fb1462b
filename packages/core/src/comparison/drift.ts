import type { ColumnKind, ColumnProfile, Histogram } from "@heddle/contract";
import { groupBins, populationStabilityIndex, psiByChance, sumGroups } from "./psi";
import { onSameBins } from "./rebin";

/** What the index of a column is computed from. */
export interface Distribution {
  kind: ColumnKind;
  count: number;
  missing: number;
  distinct: number;
  /** Of numbers, or of instants in milliseconds since 1970. */
  histogram: Histogram | null;
  /** NaN and infinite values, which no bin holds. */
  nonFinite: number;
  top: ColumnProfile["top"] | null;
}

export type DriftLevel = "none" | "slight" | "strong";

export interface Drift {
  /** Population stability index; null when there is nothing that can be compared. */
  psi: number | null;
  /** What the index stays below in 95 of 100 pairs of samples of this size from one distribution. */
  byChance: number | null;
  level: DriftLevel;
}

const SLIGHT = 0.1;
const STRONG = 0.25;
const NOTHING: Drift = { psi: null, byChance: null, level: "none" };

/**
 * How far a column's values moved. Bins are those of `before`, joined to about ten with as many of its values each,
 * or the values that both sides count; missing and non-finite values are bins of their own. Slight from 0.10,
 * strong from 0.25, and only beyond what chance does to samples of this size.
 */
export function driftOf(before: Distribution, after: Distribution): Drift {
  // A single value on a side has no distribution.
  if (Math.min(before.count, after.count) < 2) return NOTHING;
  const bins = valueBins(before, after);
  if (!bins) return NOTHING;
  const psi = populationStabilityIndex(bins.before, bins.after);
  if (psi === null) return NOTHING;
  const used = bins.before.filter((count, bin) => count > 0 || (bins.after[bin] ?? 0) > 0).length;
  const byChance = used > 1 ? psiByChance(before.count, after.count, used) : 0;
  return { psi, byChance, level: psi <= byChance ? "none" : levelOf(psi) };
}

function levelOf(psi: number): DriftLevel {
  if (psi >= STRONG) return "strong";
  return psi >= SLIGHT ? "slight" : "none";
}

interface Sides {
  before: number[];
  after: number[];
}

function valueBins(before: Distribution, after: Distribution): Sides | null {
  const values = histogramBins(before, after) ?? topBins(before, after) ?? presentBins(before, after);
  if (!values) return null;
  return {
    before: [...values.before, before.missing, before.nonFinite],
    after: [...values.after, after.missing, after.nonFinite],
  };
}

function histogramBins(before: Distribution, after: Distribution): Sides | null {
  if (!before.histogram || !after.histogram) return null;
  const both = onSameBins(before.histogram, after.histogram);
  const groups = groupBins(both.before);
  return { before: sumGroups(both.before, groups), after: sumGroups(both.after, groups) };
}

/** Values that both sides count have a bin each; all others share one, because a list may have been cut. */
function topBins(before: Distribution, after: Distribution): Sides | null {
  if (!before.top?.length || !after.top?.length) return null;
  const [then, now] = [countsOf(before), countsOf(after)];
  const names = [...new Set([...then.counts.keys(), ...now.counts.keys()])].filter(
    (name) => (then.counts.has(name) || then.complete) && (now.counts.has(name) || now.complete),
  );
  const side = ({ counts, present }: ReturnType<typeof countsOf>) => {
    const each = names.map((name) => counts.get(name) ?? 0);
    return [...each, Math.max(0, present - each.reduce((sum, count) => sum + count, 0))];
  };
  return { before: side(then), after: side(now) };
}

function countsOf({ top, count, missing, nonFinite }: Distribution) {
  const counts = new Map((top ?? []).map((one) => [one.value, one.count]));
  const listed = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const present = Math.max(0, count - missing - nonFinite);
  return { counts, present, complete: listed >= present };
}

/** Without figures about the values, only how many of them there are can have moved. */
function presentBins(before: Distribution, after: Distribution): Sides | null {
  if (before.missing + after.missing === 0) return null;
  const present = ({ count, missing, nonFinite }: Distribution) => Math.max(0, count - missing - nonFinite);
  return { before: [present(before)], after: [present(after)] };
}
