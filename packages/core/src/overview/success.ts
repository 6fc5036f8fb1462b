interface Counts {
  succeeded: number;
  failed: number;
  lost: number;
}

/**
 * Successful runs over successful, failed and lost ones; null when there are none of them. Running and cancelled
 * runs say nothing either way.
 */
export function successShare({ succeeded, failed, lost }: Counts): number | null {
  const judged = succeeded + failed + lost;
  return judged === 0 ? null : succeeded / judged;
}

/** Difference of two shares in percentage points; null when one is not known. */
export function pointsBetween(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : (now - before) * 100;
}
