import type { Routed } from "./route";
import type { BoxSize } from "./shape";
import { GAP } from "./size";

/** A place in a layer: a line that passes, or a column of one or more boxes. */
export interface Slot {
  vertices: number[];
  width: number;
}

/** A layer of more boxes than this, for a graph of `nodes`, wraps into rows. */
function columnLimit(nodes: number): number {
  return Math.max(12, Math.ceil(Math.sqrt(nodes)));
}

/**
 * Cuts each layer into slots. A very wide layer (a fan-out of thousands) becomes a block: neighbours in
 * the order of the layer stand on top of each other, so that what belongs together stays together.
 */
export function cutSlots(layers: Int32Array[], routed: Routed, sizes: readonly BoxSize[]): Slot[][] {
  const limit = columnLimit(routed.nodes);
  return layers.map((row) => {
    const boxes = row.reduce((sum, vertex) => sum + (vertex < routed.nodes ? 1 : 0), 0);
    const depth = Math.ceil(boxes / limit);
    const slots: Slot[] = [];
    let open: Slot | null = null;
    for (const vertex of row) {
      const width = sizes[vertex]?.width ?? 0;
      if (vertex >= routed.nodes) {
        slots.push({ vertices: [vertex], width: 0 });
      } else if (open && open.vertices.length < depth) {
        open.vertices.push(vertex);
        open.width = Math.max(open.width, width);
      } else {
        open = { vertices: [vertex], width };
        slots.push(open);
      }
    }
    return slots;
  });
}

/** Least distance between the centres of neighbouring slots. */
export function slotDistance(left: Slot, right: Slot): number {
  const gap = left.width > 0 && right.width > 0 ? GAP.column : GAP.line;
  return (left.width + right.width) / 2 + gap;
}
