import { type Adjacency, adjacency, at, degree } from "./adjacency";

/** Vertices so that every edge leads forward. The graph must not have cycles. */
function topologicalOrder(count: number, below: Adjacency): Int32Array {
  const waiting = new Int32Array(count);
  for (const target of below.target) waiting[target] = at(waiting, target) + 1;
  const order = new Int32Array(count);
  let filled = 0;
  for (let vertex = 0; vertex < count; vertex++) if (waiting[vertex] === 0) order[filled++] = vertex;
  for (let read = 0; read < filled; read++) {
    const vertex = at(order, read);
    for (let i = at(below.start, vertex); i < at(below.start, vertex + 1); i++) {
      const target = at(below.target, i);
      waiting[target] = at(waiting, target) - 1;
      if (waiting[target] === 0) order[filled++] = target;
    }
  }
  return order;
}

/**
 * The layer of each vertex, 0 at the top: the longest path to it. Inputs, and chains that start with
 * one, then sink to just above their first reader, which keeps their edges short.
 */
export function assignLayers(count: number, edges: { from: Int32Array; to: Int32Array }): Int32Array {
  const below = adjacency(count, edges.from, edges.to);
  const above = adjacency(count, edges.to, edges.from);
  const order = topologicalOrder(count, below);
  const layer = new Int32Array(count);
  const sinks = new Uint8Array(count);
  for (const vertex of order) {
    const parents = degree(above, vertex);
    const parent = at(above.target, at(above.start, vertex));
    sinks[vertex] = parents === 0 || (parents === 1 && sinks[parent] && degree(below, parent) === 1) ? 1 : 0;
    for (let i = at(below.start, vertex); i < at(below.start, vertex + 1); i++) {
      const target = at(below.target, i);
      layer[target] = Math.max(at(layer, target), at(layer, vertex) + 1);
    }
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const vertex = at(order, i);
    if (!sinks[vertex] || degree(below, vertex) === 0) continue;
    let lowest = Number.POSITIVE_INFINITY;
    for (let k = at(below.start, vertex); k < at(below.start, vertex + 1); k++) {
      lowest = Math.min(lowest, at(layer, at(below.target, k)) - 1);
    }
    layer[vertex] = lowest;
  }
  return layer;
}
