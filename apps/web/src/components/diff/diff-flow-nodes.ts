import type { Node } from "@xyflow/react";
import type { TurnedLayout } from "./turned-layout";

/** Boxes of larger graphs lose their words, and their elements, below this zoom. */
const FAR = { boxes: 200, zoom: 0.4 };
const STILL = {
  draggable: false,
  selectable: false,
  focusable: false,
  connectable: false,
  // A node without this list counts as not measured yet, and then as visible wherever it stands.
  handles: [],
};

export function isDiffFar(layout: TurnedLayout, zoom: number): boolean {
  return layout.boxes.length > FAR.boxes && zoom < FAR.zoom;
}

/** What React Flow is to draw: one layer for all edges, and the boxes, from far away as one layer too. */
export function diffFlowNodes(layout: TurnedLayout, far: boolean): Node[] {
  const whole = { position: { x: 0, y: 0 }, width: layout.width, height: layout.height, ...STILL };
  const edges: Node = { id: "edges", type: "edges", data: {}, zIndex: -1, ...whole };
  if (far) return [edges, { id: "far", type: "far", data: {}, ...whole }];
  return [
    edges,
    ...layout.boxes.map(
      ({ name, x, y, width, height }): Node => ({
        id: `node ${name}`,
        type: "box",
        position: { x, y },
        width,
        height,
        ...STILL,
        ariaRole: "group",
        data: { name },
      }),
    ),
  ];
}
