/** Neighbours of vertex `v`: `target[start[v]]` up to, without, `target[start[v + 1]]`. */
export interface Adjacency {
  start: Int32Array;
  target: Int32Array;
}

/** Lists, for each vertex, where its edges lead. Within a vertex they keep the order of the edges. */
export function adjacency(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Adjacency {
  const start = new Int32Array(count + 1);
  for (let edge = 0; edge < from.length; edge++)
    start[at(from, edge) + 1] = at(start, at(from, edge) + 1) + 1;
  for (let vertex = 0; vertex < count; vertex++)
    start[vertex + 1] = at(start, vertex + 1) + at(start, vertex);
  const next = start.slice();
  const target = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) {
    const source = at(from, edge);
    target[at(next, source)] = at(to, edge);
    next[source] = at(next, source) + 1;
  }
  return { start, target };
}

/** An element of a typed array at an index that is known to lie inside. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}

/** How many neighbours a vertex has. */
export function degree({ start }: Adjacency, vertex: number): number {
  return at(start, vertex + 1) - at(start, vertex);
}
