import { type Adjacency, at } from "./adjacency";

/**
 * Number of crossings between a layer and the one below, by the accumulator tree of Barth, Mutzel and
 * Jünger, "Simple and Efficient Bilayer Cross Counting" (JGAA 8, 2004).
 */
export function countCrossings(
  upper: ArrayLike<number>,
  lowerSize: number,
  below: Adjacency,
  position: Int32Array,
): number {
  let leaves = 1;
  while (leaves < lowerSize) leaves *= 2;
  const tree = new Int32Array(2 * leaves);
  let crossings = 0;
  for (let i = 0; i < upper.length; i++) {
    const vertex = at(upper, i);
    const [first, end] = [at(below.start, vertex), at(below.start, vertex + 1)];
    for (let k = first; k < end; k++) {
      let node = at(position, at(below.target, k)) + leaves;
      while (node > 1) {
        if (node % 2 === 0) crossings += at(tree, node + 1);
        node >>= 1;
      }
    }
    for (let k = first; k < end; k++) {
      for (let node = at(position, at(below.target, k)) + leaves; node > 0; node >>= 1) {
        tree[node] = at(tree, node) + 1;
      }
    }
  }
  return crossings;
}
