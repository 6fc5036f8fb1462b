import { type ModuleLayout, moduleOf } from "@heddle/core/graph/modules";
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

export function isFar(layout: ModuleLayout, zoom: number): boolean {
  return layout.nodes.length > FAR.nodes && zoom < FAR.zoom;
}

/** What React Flow is to draw: one layer for all edges, and the boxes, from far away as one layer too. */
export function flowNodes(layout: ModuleLayout, far: boolean): Node[] {
  const whole = { position: { x: 0, y: 0 }, width: layout.width, height: layout.height, ...STILL };
  const edges: Node = { id: "edges", type: "edges", data: {}, zIndex: -1, ...whole };
  const frames = layout.frames.map(
    ({ module, x, y, width, height }): Node => ({
      id: `frame ${module}`,
      type: "frame",
      position: { x, y },
      ...{ width, height, ...STILL },
      zIndex: -2,
      data: { module, width, height, nodes: countInside(layout, { x, y, width, height }) },
    }),
  );
  if (far) return [...frames, edges, { id: "far", type: "far", data: {}, ...whole }];
  const boxes = layout.nodes.map(({ name, x, y }): Node => {
    const module = moduleOf(name);
    return {
      id: module === null ? `node ${name}` : `module ${module}`,
      type: module === null ? "box" : "module",
      position: { x, y },
      ...BOX,
      ...STILL,
      ariaRole: "group",
      data: module === null ? { name } : { module },
    };
  });
  return [...frames, edges, ...boxes];
}

function countInside(
  layout: ModuleLayout,
  frame: { x: number; y: number; width: number; height: number },
): number {
  return layout.nodes.filter(
    ({ x, y }) => x >= frame.x && x < frame.x + frame.width && y >= frame.y && y < frame.y + frame.height,
  ).length;
}
