import type { GraphLayout } from "@heddle/core/graph/layout";
import type { Links } from "@heddle/core/graph/reach";

/** Neighbours of each box by the edges that are drawn. */
export function drawnLinks({ nodes, edges }: GraphLayout): Links {
  const up = new Map<string, string[]>(nodes.map(({ name }) => [name, []]));
  const down = new Map<string, string[]>(nodes.map(({ name }) => [name, []]));
  for (const { from, to } of edges) {
    up.get(to)?.push(from);
    down.get(from)?.push(to);
  }
  return { up, down };
}
