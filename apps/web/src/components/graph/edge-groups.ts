import type { NodeStatus } from "@heddle/contract";
import type { GraphLayout } from "@heddle/core/graph/layout";
import { edgeKey } from "../run/run-model";
import { edgePath } from "./edge-path";

export interface EdgeGroups {
  plain: string;
  /** Into what did not run. */
  quiet: string;
  /** What leads to the first failure. */
  failure: string;
}

/** All edges as one path for each look: thousands of edges cost as little as one. */
export function groupEdges(
  layout: GraphLayout,
  statusOf: (name: string) => NodeStatus | undefined,
  failure: ReadonlySet<string>,
): EdgeGroups {
  const groups = { plain: "", quiet: "", failure: "" };
  for (const { from, to, points } of layout.edges) {
    const status = statusOf(to);
    const look = failure.has(edgeKey(from, to))
      ? "failure"
      : status === "skipped" || status === "pending"
        ? "quiet"
        : "plain";
    groups[look] += edgePath(points);
  }
  return groups;
}

/** The edges between nodes of a set, as one path. */
export function edgesWithin(layout: GraphLayout, names: ReadonlySet<string>): string {
  return layout.edges
    .filter(({ from, to }) => names.has(from) && names.has(to))
    .map(({ points }) => edgePath(points))
    .join("");
}
