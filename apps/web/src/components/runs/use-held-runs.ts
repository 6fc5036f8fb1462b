"use client";
import type { RunSummary } from "@heddle/contract";
import { useState } from "react";

/**
 * While `hold` is on (the reader is down the list or on a row), runs newer than those shown wait, so that
 * nothing moves under the reader. `release` shows them.
 */
export function useHeldRuns(runs: RunSummary[], hold: boolean) {
  const [newestShown, setNewestShown] = useState<string | null>(null);
  const newest = runs[0]?.id ?? null;
  if (!hold && newestShown !== newest) setNewestShown(newest);

  const held = newestShown === null ? 0 : runs.findIndex(({ id }) => id <= newestShown);
  // Nothing that was shown is left, after a gap: then there is nothing to keep in place either.
  const waiting = Math.max(0, held);
  return {
    shown: waiting > 0 ? runs.slice(waiting) : runs,
    waiting,
    release: () => setNewestShown(newest),
  };
}
