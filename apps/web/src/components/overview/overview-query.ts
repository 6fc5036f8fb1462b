import type { OverviewRange } from "@heddle/core";

export const RANGES = ["24h", "7d", "30d"] as const satisfies readonly OverviewRange[];

export const RANGE_WORDS: Record<OverviewRange, { last: string; before: string }> = {
  "24h": { last: "Last 24 hours", before: "the 24 hours before" },
  "7d": { last: "Last 7 days", before: "the 7 days before" },
  "30d": { last: "Last 30 days", before: "the 30 days before" },
};

export interface OverviewState {
  range: OverviewRange;
  show: "all" | "look";
  changes: "behaviour" | "all";
  rows: number;
}

interface ProjectRef {
  org: string;
  project: string;
}

const CHANGES = 12;
const FAILURES = 6;
const MOST_ROWS = 1000;

/** Inputs of the page's queries, the same for the server's first paint and the browser's next ones. */
export function overviewInputs({ org, project }: ProjectRef, { range, show, changes, rows }: OverviewState) {
  const ref = { org, project };
  return {
    health: { ...ref, range, show, limit: Math.max(1, Math.min(MOST_ROWS, rows)) },
    failures: { ...ref, state: "open" as const, limit: FAILURES },
    changes: { ...ref, cosmetic: changes === "all", limit: CHANGES },
  };
}
