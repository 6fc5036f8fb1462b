import { adjacency, at } from "./adjacency";
import { breakCycles } from "./break-cycles";
import { assignColumns } from "./columns";
import { assignLayers } from "./layers";
import { orderLayers } from "./order-layers";
import { portOf, spreadPorts } from "./ports";
import { type Routed, routeEdges } from "./route";
import { assignRows, type Rows } from "./rows";
import { graphShape, type NodeLinks } from "./shape";
import { BOX } from "./size";
import { cutSlots } from "./slots";

export interface PlacedNode {
  name: string;
  /** Upper left corner of its box. */
  x: number;
  y: number;
  /** 0 at the top. */
  layer: number;
}

/** From `from` down to `to`: x and y of its points; straight to the second, curved to the third, and so on. */
export interface PlacedEdge {
  from: string;
  to: string;
  points: number[];
}

export interface GraphLayout {
  width: number;
  height: number;
  /** In the order of their names. */
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/**
 * Draws a dataflow from top to bottom, after Sugiyama: layers, dummies for long edges, few crossings,
 * columns. The same graph always gives the same picture, so server and browser need not agree first.
 */
export function layoutGraph(nodes: readonly NodeLinks[]): GraphLayout {
  const shape = graphShape(nodes);
  const edges = breakCycles(shape);
  const routed = routeEdges(assignLayers(shape.names.length, edges), edges);
  const slots = cutSlots(orderLayers(routed), routed);
  const x = assignColumns(slots, routed);
  const rows = assignRows(slots, routed, x);
  const half = BOX.width / 2;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  x.forEach((centre, vertex) => {
    const reach = vertex < routed.nodes ? half : 0;
    left = Math.min(left, centre - reach);
    right = Math.max(right, centre + reach);
  });
  const shift = Number.isFinite(left) ? Math.round(-left) : 0;
  for (let vertex = 0; vertex < x.length; vertex++) x[vertex] = Math.round(at(x, vertex)) + shift;
  return {
    width: shape.names.length > 0 ? Math.ceil(right + shift) : 0,
    height: rows.bottom.at(-1) ?? 0,
    nodes: shape.names.map((name, vertex) => ({
      name,
      x: at(x, vertex) - half,
      y: at(rows.y, vertex),
      layer: at(routed.layer, vertex),
    })),
    edges: placeEdges(shape.names, routed, x, rows),
  };
}

function placeEdges(names: string[], routed: Routed, x: Float64Array, rows: Rows): PlacedEdge[] {
  const below = adjacency(routed.layer.length, routed.upper, routed.lower);
  const above = adjacency(routed.layer.length, routed.lower, routed.upper);
  const out = spreadPorts(below, routed.nodes, x);
  const into = spreadPorts(above, routed.nodes, x);
  return routed.paths.map((path) => {
    const [source, target] = [path[0] ?? 0, path.at(-1) ?? 0];
    const points: number[] = [];
    path.forEach((vertex, step) => {
      const layer = at(routed.layer, vertex);
      const [before, after] = [path[step - 1], path[step + 1]];
      if (after === undefined) {
        const side = at(x, vertex) + portOf(above, into, vertex, before ?? vertex);
        points.push(side, at(rows.top, layer), side, at(rows.y, vertex));
      } else if (before === undefined) {
        const side = at(x, vertex) + portOf(below, out, vertex, after);
        points.push(side, at(rows.y, vertex) + BOX.height, side, at(rows.bottom, layer));
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
