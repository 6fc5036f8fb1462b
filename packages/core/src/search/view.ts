import type { NodeStatus, RunStatus } from "@heddle/contract";

/** A run as results lead to it. */
export interface FoundRun {
  id: string;
  number: number | null;
  pipeline: string | null;
  status: RunStatus;
  /** ISO 8601. */
  startedAt: string;
  codeVersion: string | null;
  commit: string | null;
  /** Id of the last run of the pipeline that succeeded before it. */
  lastGood: string | null;
}

export interface FoundNode {
  name: string;
  pipeline: string;
  doc: string | null;
  module: string | null;
  /** In the newest run of the pipeline. */
  status: NodeStatus;
  usedBy: number;
  /** Columns of its output that have a word of the search in their names. */
  columns: string[];
  run: { id: string; startedAt: string; lastGood: string | null };
}

export interface FoundPipeline {
  name: string;
  runs: number;
  last: { id: string; status: RunStatus; startedAt: string; lastGood: string | null } | null;
}

export interface FoundVersion {
  hash: string;
  pipeline: string;
  nodes: number;
  commit: string | null;
  createdAt: string;
}

/** At most `MOST` of a kind, best first; `more` says of which kinds there are others. */
export interface SearchResults {
  runs: FoundRun[];
  nodes: FoundNode[];
  pipelines: FoundPipeline[];
  versions: FoundVersion[];
  more: { runs: boolean; nodes: boolean; pipelines: boolean; versions: boolean };
}
