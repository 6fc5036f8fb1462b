import { adjacency, at } from "./adjacency";
import { portOf, spreadPorts } from "./ports";
import type { Routed } from "./route";
import type { Rows } from "./rows";
import type { GraphShape } from "./shape";
import { GAP } from "./size";

/** From `from` down to `to`: x and y of its points; straight to the second, curved to the third, and so on. */
export interface PlacedEdge {
  from: string;
  to: string;
  points: number[];
}

/** Runs each edge through its dummies, and beside the boxes that stand in the same column as its ends. */
export function placeEdges(
  { names, sizes }: GraphShape,
  routed: Routed,
  x: Float64Array,
  rows: Rows,
): PlacedEdge[] {
  const below = adjacency(routed.layer.length, routed.upper, routed.lower);
  const above = adjacency(routed.layer.length, routed.lower, routed.upper);
  const out = spreadPorts(below, sizes, x);
  const into = spreadPorts(above, sizes, x);
  // The middle of the room beside a column of boxes.
  const lane = (vertex: number, towards: number) => {
    const aside = ((sizes[vertex]?.width ?? 0) + GAP.column) / 2;
    return at(x, vertex) + (at(x, towards) < at(x, vertex) ? -aside : aside);
  };
  return routed.paths.map((path) => {
    const [source, target] = [path[0] ?? 0, path.at(-1) ?? 0];
    const points: number[] = [];
    path.forEach((vertex, step) => {
      const layer = at(routed.layer, vertex);
      const [before, after] = [path[step - 1], path[step + 1]];
      const y = at(rows.y, vertex);
      if (after === undefined) {
        const side = at(x, vertex) + portOf(above, into, vertex, before ?? vertex);
        if (rows.covered[vertex]) {
          const beside = lane(vertex, before ?? vertex);
          points.push(beside, at(rows.top, layer), beside, y - GAP.row, side, y, side, y);
        } else points.push(side, at(rows.top, layer), side, y);
      } else if (before === undefined) {
        const side = at(x, vertex) + portOf(below, out, vertex, after);
        const foot = y + (sizes[source]?.height ?? 0);
        if (rows.covers[vertex]) {
          const beside = lane(vertex, after);
          points.push(side, foot, side, foot, beside, foot + GAP.row, beside, at(rows.bottom, layer));
        } else points.push(side, foot, side, at(rows.bottom, layer));
      } else {
        points.push(at(x, vertex), at(rows.top, layer), at(x, vertex), at(rows.bottom, layer));
      }
    });
    straighten(points);
    return { from: names[source] ?? "", to: names[target] ?? "", points };
  });
}

/** Curves narrower than this look like a mistake; a line may touch its box that far off. */
const KINK = 5;

/** Makes what is almost straight straight. */
function straighten(points: number[]): void {
  for (let i = 4; i + 2 < points.length; i += 4) {
    const above = points[i - 2] ?? 0;
    if (Math.abs((points[i] ?? 0) - above) > KINK) continue;
    points[i] = above;
    points[i + 2] = above;
  }
}
