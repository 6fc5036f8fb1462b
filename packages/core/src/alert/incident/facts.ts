/** A run as a message names it. */
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

/** Everything a message about a failed run says. Only what was recorded; null is "not known". */
export interface FailureFacts {
  organization: string;
  project: string;
  environment: string | null;
  pipeline: string | null;
  run: RunRef & { finishedAt: Date | null };
  failure: {
    /** The failed node that started first; null when the run failed outside of its nodes. */
    node: string | null;
    type: string;
    message: string;
    /** Innermost own frame of the traceback. */
    place: { file: string; line: number | null; function: string | null } | null;
  } | null;
  /** Owner of the failed node. */
  owner: string | null;
  /** Failures in a row up to this one; `count` stops at STREAK_LIMIT. */
  streak: { count: number; first: RunRef };
  lastGood: RunRef | null;
  code: CodeChange;
  git: GitChange | null;
  /** Nodes that did not run because of the failure, in the order of the graph; the first few by name. */
  skipped: { count: number; names: string[] };
}

export const STREAK_LIMIT = 1000;
