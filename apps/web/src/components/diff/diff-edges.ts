import type { DiffNode } from "./differences";
import type { TurnedLayout } from "./turned-layout";

/** All edges as one path for each look. */
export interface DiffEdges {
  plain: string;
  /** From what differs to what is computed from it. */
  carries: string;
  /** To or from a node that was added. */
  fresh: string;
  /** In the earlier version only. */
  gone: string;
}

export function diffEdges(layout: TurnedLayout, byName: ReadonlyMap<string, DiffNode>): DiffEdges {
  const edges = { plain: "", carries: "", fresh: "", gone: "" };
  for (const { from, to, path } of layout.edges) {
    const reader = byName.get(to);
    const [source, target] = [byName.get(from)?.difference, reader?.difference];
    if (source === "removed" || target === "removed" || reader?.dropped.includes(from)) edges.gone += path;
    else if (source === "added" || target === "added") edges.fresh += path;
    else if (source !== "same" && target !== "same" && source !== "unknown") edges.carries += path;
    else edges.plain += path;
  }
  return edges;
}
