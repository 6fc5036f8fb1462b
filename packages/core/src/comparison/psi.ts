/** A share below this counts as this, so that an empty bin is a large difference and not an endless one. */
const LEAST_SHARE = 1e-4;
const GROUPS = 10;

/**
 * Population stability index of two distributions, given as counts on the same bins:
 * `sum((now - then) * ln(now / then))` over the bins' shares. 0 when equal, never negative, symmetric; it is the
 * symmetrised Kullback-Leibler divergence (Kullback and Leibler 1951, "On Information and Sufficiency"; as PSI in
 * Siddiqi 2006, "Credit Risk Scorecards", with the customary 0.10 and 0.25). An empty bin counts as half a
 * value of the smaller side, at least 0.0001. Null when a side has no values.
 */
export function populationStabilityIndex(then: readonly number[], now: readonly number[]): number | null {
  const [totalThen, totalNow] = [sum(then), sum(now)];
  if (totalThen <= 0 || totalNow <= 0) return null;
  const least = Math.max(LEAST_SHARE, 0.5 / Math.min(totalThen, totalNow));
  let index = 0;
  for (let bin = 0; bin < Math.max(then.length, now.length); bin++) {
    const before = Math.max(least, (then[bin] ?? 0) / totalThen);
    const after = Math.max(least, (now[bin] ?? 0) / totalNow);
    index += (after - before) * Math.log(after / before);
  }
  return Math.max(0, index);
}

/**
 * What the index stays below in 95 of 100 pairs of samples of one distribution: it is distributed as
 * `(1 / n + 1 / m)` times chi-square with `bins - 1` degrees of freedom (Yurdakul 2018, "Statistical Properties of
 * Population Stability Index"); the quantile is Wilson and Hilferty's (1931).
 */
export function psiByChance(then: number, now: number, bins: number): number {
  const freedom = Math.max(1, bins - 1);
  const spread = 2 / (9 * freedom);
  return (1 / then + 1 / now) * freedom * (1 - spread + 1.6449 * Math.sqrt(spread)) ** 3;
}

/**
 * Joins neighbouring bins to about ten that hold as many values of `then` each, as the index is meant to be read; a
 * bin that holds a tenth by itself stays alone. Gives for each bin the group that it belongs to.
 */
export function groupBins(then: readonly number[]): number[] {
  const step = sum(then) / GROUPS;
  const groups: number[] = [];
  let group = 0;
  let held = 0;
  let open = false;
  for (const count of then) {
    if (open && (held >= step || count >= step)) {
      group++;
      held = 0;
    }
    groups.push(group);
    held += count;
    open = true;
  }
  return groups;
}

/** Counts of the groups. */
export function sumGroups(counts: readonly number[], groups: readonly number[]): number[] {
  const sums = new Array<number>((groups.at(-1) ?? -1) + 1).fill(0);
  counts.forEach((count, bin) => {
    const group = groups[bin] ?? 0;
    sums[group] = (sums[group] ?? 0) + count;
  });
  return sums;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
