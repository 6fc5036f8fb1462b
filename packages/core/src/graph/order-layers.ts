import { type Adjacency, adjacency, at, degree } from "./adjacency";
import { countCrossings } from "./crossings";
import type { Routed } from "./route";

/** Sweeps without fewer crossings before giving up. */
const PATIENCE = 4;
const SWEEPS = { small: 24, large: 8 };
const LARGE = 6_000;

/** Vertices of each layer in the order of a depth-first walk from the top: neighbours begin together. */
function firstOrder(routed: Routed, below: Adjacency, above: Adjacency): Int32Array[] {
  const count = routed.layer.length;
  const layers: number[][] = [];
  const seen = new Uint8Array(count);
  const visit = (root: number) => {
    const stack = [root];
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      if (seen[vertex]) continue;
      seen[vertex] = 1;
      const row = layers[at(routed.layer, vertex)] ?? [];
      row.push(vertex);
      layers[at(routed.layer, vertex)] = row;
      for (let i = at(above.start, vertex + 1) - 1; i >= at(above.start, vertex); i--)
        stack.push(at(above.target, i));
      for (let i = at(below.start, vertex + 1) - 1; i >= at(below.start, vertex); i--)
        stack.push(at(below.target, i));
    }
  };
  for (let vertex = 0; vertex < count; vertex++) visit(vertex);
  return Array.from(layers, (row) => Int32Array.from(row ?? []));
}

/**
 * Orders the vertices inside each layer so that few edges cross: barycenter sweeps down and up, keeping
 * the best order seen (Sugiyama, Tagawa and Toda, IEEE Trans. SMC 11, 1981).
 */
export function orderLayers(routed: Routed): Int32Array[] {
  const count = routed.layer.length;
  const below = adjacency(count, routed.upper, routed.lower);
  const above = adjacency(count, routed.lower, routed.upper);
  const layers = firstOrder(routed, below, above);
  const position = new Int32Array(count);
  const key = new Float64Array(count);
  const place = (row: Int32Array) =>
    row.forEach((vertex, index) => {
      position[vertex] = index;
    });
  for (const row of layers) place(row);
  const total = () =>
    layers.reduce((sum, row, i) => {
      const next = layers[i + 1];
      return next ? sum + countCrossings(row, next.length, below, position) : sum;
    }, 0);
  const sortBy = (row: Int32Array, reference: number, links: Adjacency) => {
    for (const vertex of row) {
      const size = degree(links, vertex);
      let sum = 0;
      for (let i = at(links.start, vertex); i < at(links.start, vertex + 1); i++)
        sum += at(position, at(links.target, i)) + 0.5;
      key[vertex] = size > 0 ? sum / size / reference : (at(position, vertex) + 0.5) / row.length;
    }
    row.sort((a, b) => at(key, a) - at(key, b) || at(position, a) - at(position, b));
    place(row);
  };
  let fewest = total();
  let best = layers.map((row) => row.slice());
  const sweeps = count > LARGE ? SWEEPS.large : SWEEPS.small;
  for (let sweep = 0, idle = 0; sweep < sweeps && idle < PATIENCE && fewest > 0; sweep++) {
    const down = sweep % 2 === 0;
    for (let step = 1; step < layers.length; step++) {
      const row = layers[down ? step : layers.length - 1 - step];
      const reference = layers[down ? step - 1 : layers.length - step];
      if (row && reference) sortBy(row, reference.length, down ? above : below);
    }
    const crossings = total();
    idle = crossings < fewest ? 0 : idle + 1;
    if (crossings < fewest) {
      fewest = crossings;
      best = layers.map((row) => row.slice());
    }
  }
  return best;
}
