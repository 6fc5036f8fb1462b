import type { Attribute } from "../attribute";
import type { NodeKind, SourceSpan } from "../code/manifest";
import type { Profile } from "../profile";
import type { NodeRun, NodeStatus } from "./run";

/** A node of a run's graph: its definition and, in short, what became of it in this run. */
export interface GraphNode {
  name: string;
  kind: NodeKind;
  module: string | null;
  type: string | null;
  dependencies: string[];
  status: NodeStatus;
  attempt: number;
  /** Number of parallel tasks; the status is the worst of them, the times span all. */
  tasks: number;
  startedAt: string | null;
  finishedAt: string | null;
  durationMs: number | null;
  output: { shape: Profile["shape"]; dataType: string; rows: number | null; columnCount: number } | null;
  error: { type: string; message: string } | null;
}

/** `codeVersion` is null while the version has not arrived; nodes are then those seen so far. */
export interface RunGraph {
  codeVersion: string | null;
  nodes: GraphNode[];
}

/** An attempt that was followed by another one. */
export type EarlierAttempt = Pick<NodeRun, "attempt" | "status" | "startedAt" | "finishedAt" | "error">;

/** Everything known about one node in one run. */
export interface NodeDetail {
  name: string;
  kind: NodeKind;
  type: string | null;
  doc: string | null;
  module: string | null;
  owner: string | null;
  tags: Record<string, string>;
  upstream: { name: string; status: NodeStatus }[];
  downstream: { name: string; status: NodeStatus }[];
  source: (SourceSpan & { code: string; language: string }) | null;
  /** Tasks in the order of their names; one with task "" for a node without parallel tasks. */
  runs: (NodeRun & { earlier: EarlierAttempt[] })[];
  /** Of the task asked for; null when the node produced nothing. */
  profile: Profile | null;
  /** Everything else that was recorded about the task, profiles left out. */
  attributes: Attribute[];
}
