import { adjacency, at } from "./adjacency";
import type { GraphShape } from "./shape";

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/**
 * Turns edges that close a cycle around (back edges of a depth-first search), so that what follows may
 * rely on a graph without cycles. A true dataflow has none; recorded ones may.
 */
export function breakCycles(shape: GraphShape): { from: Int32Array; to: Int32Array } {
  const count = shape.names.length;
  const from = shape.from.slice();
  const to = shape.to.slice();
  const edges = Int32Array.from(shape.from.keys());
  const out = adjacency(count, shape.from, edges);
  const state = new Uint8Array(count);
  const next = out.start.slice();
  for (let root = 0; root < count; root++) {
    if (state[root] !== NEW) continue;
    const stack = [root];
    state[root] = OPEN;
    for (let vertex = stack.at(-1); vertex !== undefined; vertex = stack.at(-1)) {
      const cursor = at(next, vertex);
      if (cursor === at(out.start, vertex + 1)) {
        state[vertex] = DONE;
        stack.pop();
        continue;
      }
      next[vertex] = cursor + 1;
      const edge = at(out.target, cursor);
      const target = at(shape.to, edge);
      if (state[target] === OPEN) {
        from[edge] = target;
        to[edge] = vertex;
      } else if (state[target] === NEW) {
        state[target] = OPEN;
        stack.push(target);
      }
    }
  }
  return { from, to };
}
