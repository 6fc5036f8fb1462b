import type { GraphNode, NodeStatus } from "@heddle/contract";
import { moduleKey } from "@heddle/core/graph/modules";

/** A module that is drawn as one box. */
export interface FoldedModule {
  module: string;
  nodes: number;
  /** The worst of its nodes; skipped only when nothing in it ran. */
  status: NodeStatus;
  failed: number;
  skipped: number;
  /** Milliseconds that its nodes worked, added up. */
  workMs: number;
  changed: number;
}

function statusOf(counts: ReadonlyMap<NodeStatus, number>): NodeStatus {
  if (counts.has("failed")) return "failed";
  if (counts.has("running")) return "running";
  if (counts.has("succeeded")) return "succeeded";
  return counts.has("pending") ? "pending" : "skipped";
}

/** Modules that are not open, by the key under which they are drawn. */
export function foldedModules(
  nodes: readonly GraphNode[],
  open: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): Map<string, FoldedModule> {
  const members = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.module === null || open.has(node.module)) continue;
    const others = members.get(node.module) ?? [];
    others.push(node);
    members.set(node.module, others);
  }
  return new Map(
    [...members].map(([module, own]) => {
      const counts = new Map<NodeStatus, number>();
      // Inputs are given: they say nothing about whether the module ran.
      const ran = own.filter(({ kind }) => kind !== "input");
      for (const { status } of ran.length > 0 ? ran : own) counts.set(status, (counts.get(status) ?? 0) + 1);
      const folded = {
        module,
        nodes: own.length,
        status: statusOf(counts),
        failed: counts.get("failed") ?? 0,
        skipped: counts.get("skipped") ?? 0,
        workMs: own.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0),
        changed: own.filter(({ name }) => changed.has(name)).length,
      };
      return [moduleKey(module), folded];
    }),
  );
}

/** `84 nodes`, `1 of 84 failed`. */
export function moduleWords({ nodes, failed, skipped, status }: FoldedModule): string {
  if (failed > 0) return `${failed} of ${nodes} failed`;
  if (skipped > 0 && status !== "skipped") return `${nodes} nodes, ${skipped} skipped`;
  return nodes === 1 ? "1 node" : `${nodes} nodes`;
}
