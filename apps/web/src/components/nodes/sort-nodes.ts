import type { GraphNode, NodeStatus } from "@heddle/contract";

export const SORT_KEYS = [
  "worst",
  "name",
  "module",
  "status",
  "start",
  "duration",
  "attempt",
  "rows",
  "columns",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type SortOrder = "asc" | "desc";

const WORST: Record<NodeStatus, number> = { failed: 0, running: 1, succeeded: 2, skipped: 3, pending: 4 };

/** What a column compares; null, where there is nothing, always comes last. */
const KEYS: Record<SortKey, (node: GraphNode) => number | string | null> = {
  worst: (node) => WORST[node.status],
  status: (node) => WORST[node.status],
  name: (node) => node.name,
  module: (node) => node.module,
  start: (node) => (node.startedAt === null ? null : Date.parse(node.startedAt)),
  duration: (node) => node.durationMs,
  attempt: (node) => node.attempt,
  rows: (node) => node.output?.rows ?? null,
  columns: (node) => (node.output?.shape === "table" ? node.output.columnCount : null),
};

function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

/** Longest first among equals of "worst first"; by name among equals of anything else. */
function tieBreak(key: SortKey, a: GraphNode, b: GraphNode): number {
  const longest = key === "worst" ? (b.durationMs ?? -1) - (a.durationMs ?? -1) : 0;
  return longest || compare(a.name, b.name);
}

/** The nodes in a new order. */
export function sortNodes(nodes: readonly GraphNode[], key: SortKey, order: SortOrder): GraphNode[] {
  const direction = order === "asc" ? 1 : -1;
  return [...nodes].sort((a, b) => {
    const [left, right] = [KEYS[key](a), KEYS[key](b)];
    if (left === null || right === null) {
      return left === right ? tieBreak(key, a, b) : left === null ? 1 : -1;
    }
    return direction * compare(left, right) || tieBreak(key, a, b);
  });
}
