import type { GraphNode, NodeStatus, RunDetail } from "@heddle/contract";
import { runModel } from "../run-model";

export const START = Date.parse("2026-11-23T10:00:00.000Z");
const iso = (seconds: number) => new Date(START + seconds * 1000).toISOString();

/** A node that worked from `from` to `to`, in seconds after the start; without times it did not run. */
export function sampleNode(
  name: string,
  dependencies: string[],
  status: NodeStatus,
  times: [from: number, to: number | null] | null = null,
  more: Partial<GraphNode> = {},
): GraphNode {
  const [from, to] = times ?? [null, null];
  return {
    name,
    kind: dependencies.length > 0 ? "function" : "input",
    module: null,
    type: null,
    dependencies,
    status,
    attempt: 0,
    tasks: 1,
    startedAt: from === null ? null : iso(from),
    finishedAt: to === null ? null : iso(to),
    durationMs: from === null || to === null ? null : (to - from) * 1000,
    output: null,
    error: status === "failed" ? { type: "MergeError", message: "keys are not unique" } : null,
    ...more,
  };
}

/** A run of which only what matters to a test is given. */
export function sampleRun(more: Partial<RunDetail> = {}): RunDetail {
  return {
    id: "01a207f9-7b54-7fad-a38d-0d4b9000dd42",
    number: 7,
    pipeline: "growth",
    status: "failed",
    codeVersion: null,
    git: null,
    trigger: null,
    tags: {},
    startedAt: iso(0),
    finishedAt: iso(100),
    durationMs: 100_000,
    usualMs: null,
    nodes: { total: 6, succeeded: 3, failed: 1, running: 0, skipped: 2 },
    failure: null,
    changed: null,
    lastSeenAt: iso(100),
    environment: null,
    config: {},
    error: null,
    dropped: {},
    ...more,
  };
}

/** orders -> clean -> join (failed) -> tenure, matrix (skipped); spend beside them. */
export const failedNodes: GraphNode[] = [
  sampleNode("orders", [], "succeeded", [0, 40]),
  sampleNode("clean", ["orders"], "succeeded", [41, 60]),
  sampleNode("join", ["clean", "spend"], "failed", [62, 90]),
  sampleNode("tenure", ["join"], "skipped"),
  sampleNode("matrix", ["tenure", "spend"], "skipped"),
  sampleNode("spend", [], "succeeded", [0, 50]),
];

export function sampleModel(nodes: GraphNode[], run: RunDetail = sampleRun(), now = START + 100_000) {
  return runModel(run, { codeVersion: null, nodes }, now);
}
