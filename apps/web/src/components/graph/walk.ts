import type { GraphLayout, PlacedNode } from "@heddle/core/graph/layout";
import type { Links } from "@heddle/core/graph/reach";

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

function nearest(nodes: PlacedNode[], to: PlacedNode): string | null {
  let best: PlacedNode | null = null;
  for (const node of nodes) {
    if (!best || Math.abs(node.x - to.x) < Math.abs(best.x - to.x)) best = node;
  }
  return best?.name ?? null;
}

/** Where an arrow key leads: up and down along edges, left and right to the neighbour in the row. */
export function walk(
  placed: ReadonlyMap<string, PlacedNode>,
  links: Links,
  from: string,
  arrow: Arrow,
): string | null {
  const here = placed.get(from);
  if (!here) return null;
  if (arrow === "ArrowUp" || arrow === "ArrowDown") {
    const names = links[arrow === "ArrowUp" ? "up" : "down"].get(from) ?? [];
    return nearest(
      names.flatMap((name) => placed.get(name) ?? []),
      here,
    );
  }
  const side = arrow === "ArrowLeft" ? -1 : 1;
  const row = [...placed.values()].filter(({ x, y }) => y === here.y && side * (x - here.x) > 0);
  return nearest(row, here);
}

/** The node under a point of the drawing. */
export function nodeAt(
  layout: GraphLayout,
  point: { x: number; y: number },
  box: { width: number; height: number },
) {
  const hit = layout.nodes.find(
    ({ x, y }) => point.x >= x && point.x <= x + box.width && point.y >= y && point.y <= y + box.height,
  );
  return hit?.name ?? null;
}
