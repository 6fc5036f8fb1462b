import { adjacency, at } from "./adjacency";

/** The graph with a vertex wherever a long edge passes a layer. Real nodes come first. */
export interface Routed {
  /** Layer of every vertex, dummies included. */
  layer: Int32Array;
  nodes: number;
  /** Segments, each between neighbouring layers, from above to below. */
  upper: Int32Array;
  lower: Int32Array;
  /** Vertices that each edge runs through, its ends included. */
  paths: number[][];
}

/** More dummies than this cost more time than they add beauty; what is over runs straight. */
const DUMMY_LIMIT = 30_000;

/**
 * Gives long edges a vertex in each layer they pass. The edges of one node share a trunk, from which
 * each branches off above its reader: fewer lines, and fewer vertices to sort.
 */
export function routeEdges(layer: Int32Array, edges: { from: Int32Array; to: Int32Array }): Routed {
  const count = layer.length;
  const all = Int32Array.from(edges.from.keys());
  const out = adjacency(count, edges.from, all);
  const trunkLength = new Int32Array(count);
  edges.from.forEach((source, edge) => {
    const length = at(layer, at(edges.to, edge)) - at(layer, source) - 1;
    trunkLength[source] = Math.max(at(trunkLength, source), length);
  });
  const layers = Array.from(layer);
  const upper: number[] = [];
  const lower: number[] = [];
  const paths: number[][] = Array.from(all, () => []);
  const link = (above: number, under: number) => {
    upper.push(above);
    lower.push(under);
  };
  const shortFirst = Int32Array.from(layer.keys()).sort(
    (a, b) => at(trunkLength, a) - at(trunkLength, b) || a - b,
  );
  for (const source of shortFirst) {
    const trunk = [source];
    if (layers.length - count + at(trunkLength, source) <= DUMMY_LIMIT) {
      for (let step = 1; step <= at(trunkLength, source); step++) {
        link(trunk.at(-1) ?? source, layers.length);
        trunk.push(layers.length);
        layers.push(at(layer, source) + step);
      }
    }
    for (let i = at(out.start, source); i < at(out.start, source + 1); i++) {
      const edge = at(out.target, i);
      const target = at(edges.to, edge);
      const span = at(layer, target) - at(layer, source);
      const way = trunk.length >= span ? trunk.slice(0, span) : [source];
      if (way.length === span) link(way.at(-1) ?? source, target);
      paths[edge] = [...way, target];
    }
  }
  return {
    layer: Int32Array.from(layers),
    nodes: count,
    upper: Int32Array.from(upper),
    lower: Int32Array.from(lower),
    paths,
  };
}
