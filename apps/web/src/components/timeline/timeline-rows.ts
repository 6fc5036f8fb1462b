import type { GraphNode } from "@heddle/contract";
import type { Span } from "@heddle/core/graph/critical-path";
import type { RunModel } from "../run/run-model";

export interface TimelineRow {
  node: GraphNode;
  /** Null: it did not run. */
  span: Span | null;
  critical: boolean;
}

export type RowFilter = "all" | "critical" | "slow";
export type RowGrouping = "start" | "module";

/** One row for each node: by start, what did not run last; or the same within each module. */
export function timelineRows(
  model: RunModel,
  filter: RowFilter,
  grouping: RowGrouping,
  slow: ReadonlySet<string> = new Set(),
): TimelineRow[] {
  const critical = new Set(model.critical);
  const only = { all: null, critical, slow }[filter];
  const rows = model.nodes
    .filter(({ name }) => only === null || only.has(name))
    .map((node) => ({ node, span: model.spans.get(node.name) ?? null, critical: critical.has(node.name) }));
  const start = ({ span }: TimelineRow) => span?.start ?? Number.MAX_VALUE;
  const firstOf = new Map<string | null, number>();
  for (const row of rows) {
    const { module } = row.node;
    firstOf.set(module, Math.min(firstOf.get(module) ?? Number.MAX_VALUE, start(row)));
  }
  const group = (a: TimelineRow, b: TimelineRow) =>
    grouping === "module" && a.node.module !== b.node.module
      ? (firstOf.get(a.node.module) ?? 0) - (firstOf.get(b.node.module) ?? 0) ||
        ((a.node.module ?? "") < (b.node.module ?? "") ? -1 : 1)
      : 0;
  return rows.sort(
    (a, b) =>
      group(a, b) ||
      start(a) - start(b) ||
      (a.span?.end ?? 0) - (b.span?.end ?? 0) ||
      (a.node.name < b.node.name ? -1 : 1),
  );
}

export interface PathTime {
  work: number;
  wait: number;
  /** Work of all nodes that are not on the path. */
  beside: number;
}

/** Where the time went: on the critical path, between its nodes, and beside it. */
export function pathTime(model: RunModel): PathTime {
  const length = ({ start, end }: Span) => end - start;
  let [work, wait, beside, until] = [0, 0, 0, model.start];
  for (const name of model.critical) {
    const span = model.spans.get(name);
    if (!span) continue;
    wait += Math.max(0, span.start - until);
    work += length(span);
    until = span.end;
  }
  const onPath = new Set(model.critical);
  for (const [name, span] of model.spans) if (!onPath.has(name)) beside += length(span);
  return { work, wait, beside };
}
