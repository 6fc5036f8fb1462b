import type { GraphNode, RunDetail, RunGraph } from "@heddle/contract";
import { criticalPath, type Span } from "@heddle/core/graph/critical-path";
import { type Links, linkByName, reach } from "@heddle/core/graph/reach";

/** What several views of a run ask about its nodes. */
export interface RunModel {
  nodes: GraphNode[];
  byName: ReadonlyMap<string, GraphNode>;
  links: Links;
  /** When each node worked; of one that still works, until now. */
  spans: ReadonlyMap<string, Span>;
  start: number;
  end: number;
  /** The run has not ended: what works, works now. */
  live: boolean;
  /** The chain that the end of the run, or the first failure, waited for. */
  critical: string[];
  /** Failed nodes that no failed node stands above, earliest first. */
  failures: GraphNode[];
}

export function edgeKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

function spanOf(node: GraphNode, now: number): Span | null {
  if (node.startedAt === null) return null;
  const start = Date.parse(node.startedAt);
  const end =
    node.finishedAt !== null
      ? Date.parse(node.finishedAt)
      : node.status === "running"
        ? now
        : start + (node.durationMs ?? 0);
  return { start, end: Math.max(start, end) };
}

function rootFailures(nodes: GraphNode[], links: Links): GraphNode[] {
  const failed = nodes.filter(({ status }) => status === "failed");
  const names = new Set(failed.map(({ name }) => name));
  const below = new Set<string>();
  for (const { name } of failed) for (const other of reach(links, "down", name)) below.add(other);
  const when = (node: GraphNode) => (node.finishedAt ? Date.parse(node.finishedAt) : Number.MAX_VALUE);
  const roots = failed.filter(({ name }) => !below.has(name));
  return (roots.length > 0 || names.size === 0 ? roots : failed).sort((a, b) => when(a) - when(b));
}

/** Derives what the views share. `now` is the present in milliseconds, for what still works. */
export function runModel(run: RunDetail, graph: RunGraph, now: number): RunModel {
  const { nodes } = graph;
  const links = linkByName(nodes);
  const spans = new Map<string, Span>();
  for (const node of nodes) {
    const span = spanOf(node, now);
    if (span) spans.set(node.name, span);
  }
  let start = Date.parse(run.startedAt);
  for (const span of spans.values()) start = Math.min(start, span.start);
  const known = run.finishedAt ? Date.parse(run.finishedAt) : run.status === "running" ? now : start;
  let end = Math.max(known, start + 1);
  for (const span of spans.values()) end = Math.max(end, span.end);
  const failures = rootFailures(nodes, links);
  const critical = criticalPath(links, spans, failures[0]?.name);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  return {
    nodes,
    byName,
    links,
    spans,
    start,
    end,
    live: run.status === "running",
    critical,
    failures,
  };
}
