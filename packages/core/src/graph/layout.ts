import { at } from "./adjacency";
import { breakCycles } from "./break-cycles";
import { assignColumns } from "./columns";
import { assignLayers } from "./layers";
import { orderLayers } from "./order-layers";
import { type PlacedEdge, placeEdges } from "./place-edges";
import { routeEdges } from "./route";
import { assignRows } from "./rows";
import { graphShape, type NodeLinks } from "./shape";
import { cutSlots } from "./slots";

export interface PlacedNode {
  name: string;
  /** Upper left corner of its box. */
  x: number;
  y: number;
  /** 0 at the top. */
  layer: number;
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
  const slots = cutSlots(orderLayers(routed), routed, shape.sizes);
  const x = assignColumns(slots, routed);
  const rows = assignRows(slots, routed, x, shape.sizes);
  const half = (vertex: number) => (shape.sizes[vertex]?.width ?? 0) / 2;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  x.forEach((centre, vertex) => {
    left = Math.min(left, centre - half(vertex));
    right = Math.max(right, centre + half(vertex));
  });
  const shift = Number.isFinite(left) ? Math.round(-left) : 0;
  for (let vertex = 0; vertex < x.length; vertex++) x[vertex] = Math.round(at(x, vertex)) + shift;
  return {
    width: shape.names.length > 0 ? Math.ceil(right + shift) : 0,
    height: rows.bottom.at(-1) ?? 0,
    nodes: shape.names.map((name, vertex) => ({
      name,
      x: at(x, vertex) - half(vertex),
      y: at(rows.y, vertex),
      layer: at(routed.layer, vertex),
    })),
    edges: placeEdges(shape, routed, x, rows),
  };
}
