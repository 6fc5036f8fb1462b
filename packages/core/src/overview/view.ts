import type { RunMarks, RunStatus, RunSummary } from "@heddle/contract";
import type { Trouble } from "./judge";
import type { NewVersions } from "./new-versions";

/** A run as a strip draws it. */
export interface OverviewRun {
  id: string;
  number: number | null;
  status: RunStatus;
  startedAt: string;
  durationMs: number | null;
}

export interface PipelineHealth {
  name: string;
  trouble: Trouble | null;
  /** Runs in a row, up to the newest, that failed or were lost. */
  streak: number;
  /** How much longer than usual the last five good runs took, as a share; null when not beyond usual. */
  slower: number | null;
  /** The last 30, oldest first. */
  runs: OverviewRun[];
  /** Runs in the range, the share of successful ones, and how many points that is above the range before. */
  inRange: { runs: number; success: number | null; points: number | null };
  usualMs: RunSummary["usualMs"];
  /** Null when none of the last thousand runs was good. */
  lastGood: { id: string; number: number | null; finishedAt: string } | null;
  /** What the starts of the last 30 runs say; null below five. `staleAfterMs` is null when there is no rhythm. */
  rhythm: { everyMs: number; staleAfterMs: number | null } | null;
  /** What the newest run changed against the one before. */
  changed: RunMarks | null;
}

/** One step of the range. */
export interface OverviewStep {
  from: string;
  runs: number;
  failed: number;
  lost: number;
  /** As `summary.duration`; null when too little ran. */
  duration: number | null;
}

export interface OverviewSummary {
  runs: number;
  success: number | null;
  successBefore: number | null;
  /** Runs that go on now, among the last 30 of each pipeline. */
  running: number;
  /** Pipelines, by what is wrong with them. */
  troubles: Record<Trouble, number>;
  versions: NewVersions;
  /** Runs of the range that were lost. */
  lost: number;
  /**
   * How much longer runs took than in the range before, as a share: for each pipeline with five good runs in both,
   * median over median, less 1; of those the median, weighted by the number of good runs. Null without any.
   */
  duration: number | null;
  steps: OverviewStep[];
}

export interface Overview {
  summary: OverviewSummary;
  /** Worst first, then by name. */
  pipelines: PipelineHealth[];
  /** How many there are, and how many of them need a look. */
  total: number;
  needALook: number;
}
