import type { NodeKind, NodeStatus } from "@heddle/contract";

/** What is known of a run when its nodes are judged. `planned` is empty when the client did not say. */
export interface RunPlan {
  status: string;
  planned: ReadonlySet<string>;
}

/**
 * What became of a node: what was recorded of it, else what follows from the run. An input is given with
 * the run; a node that was to run is pending while the run goes on and skipped after it.
 */
export function nodeStatus(run: RunPlan, kind: NodeKind, recorded: NodeStatus | undefined): NodeStatus {
  if (recorded) return recorded;
  if (kind === "input") return "succeeded";
  return run.status === "running" ? "pending" : "skipped";
}

/** Whether a node of the code version takes part in the run: a run may compute only some of them. */
export function takesPart(run: RunPlan, node: { key: string; kind: NodeKind }, recorded: boolean): boolean {
  return recorded || node.kind === "input" || run.planned.size === 0 || run.planned.has(node.key);
}
