/** A run as others refer to it. */
export interface RunRef {
  id: string;
  number: number | null;
  startedAt: Date;
}

/** Nodes whose code is not the same in two versions. */
export interface NodeChanges {
  changed: string[];
  added: string[];
  removed: string[];
}

/** What is known about the code of this run and of the last good one. */
export type CodeChange =
  | { kind: "unknown" }
  | { kind: "same"; version: string }
  /** `nodes` is null while the hashes of one of the versions are not there to be compared. */
  | { kind: "other"; from: string; to: string; nodes: NodeChanges | null };

export interface GitChange {
  commit: string;
  /** Whether the last good run was started from the same commit; null when that is not known. */
  sameCommit: boolean | null;
  dirty: boolean | null;
  author: string | null;
  subject: string | null;
}

/** What is known to differ from the last good run. Only what was recorded; null is "not known". */
export interface RunChanges {
  /** The last run of the pipeline, in the same environment, that succeeded before this one. */
  lastGood: RunRef | null;
  /** Failures in a row up to this run; `count` stops at STREAK_LIMIT. */
  streak: { count: number; first: RunRef };
  code: CodeChange;
  git: GitChange | null;
}

export const STREAK_LIMIT = 1000;
