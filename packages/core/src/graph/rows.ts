import { at } from "./adjacency";
import type { Routed } from "./route";
import type { BoxSize } from "./shape";
import { BOX, GAP, LAYER_GAP } from "./size";
import type { Slot } from "./slots";

/** Upper and lower edge of each layer, the top of each box, and whether a box of its column is above or below. */
export interface Rows {
  top: Float64Array;
  bottom: Float64Array;
  y: Float64Array;
  covered: Uint8Array;
  covers: Uint8Array;
}

/** Curves that reach far to the side get a flatter slope, up to a limit. */
const REACH_PER_PIXEL = 10;

/** Stacks the layers. */
export function assignRows(rows: Slot[][], routed: Routed, x: Float64Array, sizes: readonly BoxSize[]): Rows {
  const reach = new Float64Array(rows.length);
  for (let segment = 0; segment < routed.upper.length; segment++) {
    const upper = at(routed.upper, segment);
    const side = Math.abs(at(x, upper) - at(x, at(routed.lower, segment)));
    const layer = at(routed.layer, upper);
    reach[layer] = Math.max(at(reach, layer), side);
  }
  const top = new Float64Array(rows.length);
  const bottom = new Float64Array(rows.length);
  const y = new Float64Array(routed.layer.length);
  const covered = new Uint8Array(routed.layer.length);
  const covers = new Uint8Array(routed.layer.length);
  let edge = 0;
  rows.forEach((slots, layer) => {
    top[layer] = edge;
    let foot = edge + BOX.height;
    for (const slot of slots) {
      let next = edge;
      slot.vertices.forEach((vertex, row) => {
        y[vertex] = next;
        next += (sizes[vertex]?.height ?? 0) + GAP.row;
        covered[vertex] = row > 0 ? 1 : 0;
        covers[vertex] = row < slot.vertices.length - 1 ? 1 : 0;
      });
      foot = Math.max(foot, next - GAP.row);
    }
    bottom[layer] = foot;
    const wanted = LAYER_GAP.least + at(reach, layer) / REACH_PER_PIXEL;
    edge = at(bottom, layer) + Math.round(Math.min(LAYER_GAP.most, wanted));
  });
  return { top, bottom, y, covered, covers };
}
