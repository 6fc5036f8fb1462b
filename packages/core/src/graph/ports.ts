import { type Adjacency, at, degree } from "./adjacency";
import type { BoxSize } from "./shape";

/** Most that two lines at one box stand apart, and how far from its corners they keep. */
const STEP = 20;
const MARGIN = 20;

/**
 * Where each neighbour's line touches a box, from its centre: in the order of the neighbours, so that
 * lines at one box do not cross. Key is the place of the neighbour in `links.target`.
 */
export function spreadPorts(links: Adjacency, sizes: readonly BoxSize[], x: Float64Array): Float64Array {
  const port = new Float64Array(links.target.length);
  for (const [vertex, { width }] of sizes.entries()) {
    const size = degree(links, vertex);
    if (size < 2) continue;
    const first = at(links.start, vertex);
    const step = Math.min(STEP, (width - 2 * MARGIN) / (size - 1));
    const places = Array.from({ length: size }, (_, i) => first + i).sort(
      (a, b) => at(x, at(links.target, a)) - at(x, at(links.target, b)) || a - b,
    );
    places.forEach((place, i) => {
      port[place] = (i - (size - 1) / 2) * step;
    });
  }
  return port;
}

/** The port of the line from `vertex` to `neighbour`; 0 for a line that is not in the list. */
export function portOf(links: Adjacency, port: Float64Array, vertex: number, neighbour: number): number {
  for (let i = at(links.start, vertex); i < at(links.start, vertex + 1); i++) {
    if (links.target[i] === neighbour) return at(port, i);
  }
  return 0;
}
