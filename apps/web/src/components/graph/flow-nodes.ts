import type { GraphLayout } from "@heddle/core/graph/layout";
import { BOX } from "@heddle/core/graph/size";
import type { Node } from "@xyflow/react";

/** Boxes of larger graphs lose their words, and their elements, below this zoom. */
const FAR = { nodes: 300, zoom: 0.4 };
const STILL = {
  draggable: false,
  selectable: false,
  focusable: false,
  connectable: false,
  // A node without this list counts as not measured yet, and then as visible wherever it stands.
  handles: [],
};

export function isFar(layout: GraphLayout, zoom: number): boolean {
  return layout.nodes.length > FAR.nodes && zoom < FAR.zoom;
}

/** What React Flow is to draw: one layer for all edges, and the boxes, from far away as one layer too. */
export function flowNodes(layout: GraphLayout, far: boolean): Node[] {
  const whole = { position: { x: 0, y: 0 }, width: layout.width, height: layout.height, ...STILL };
  const edges: Node = { id: "edges", type: "edges", data: {}, zIndex: -1, ...whole };
  if (far) return [edges, { id: "far", type: "far", data: {}, ...whole }];
  const boxes = layout.nodes.map(
    ({ name, x, y }): Node => ({
      id: `node ${name}`,
      type: "box",
      position: { x, y },
      ...BOX,
      ...STILL,
      ariaRole: "group",
      data: { name },
    }),
  );
  return [edges, ...boxes];
}
