import { type Adjacency, adjacency, at, degree } from "./adjacency";
import type { Routed } from "./route";
import { type Slot, slotDistance } from "./slots";
import { spread } from "./spread";

const ROUNDS = 8;
/** How much a segment insists on being straight: between boxes, at one end of a trunk, inside it. */
const STRAIGHT = [1, 2, 8];

interface Row {
  slots: Slot[];
  distance: Float64Array;
}

/**
 * The centre of each vertex: rows are moved in turn towards their neighbours above, below, and at last
 * both (the priority idea of Sugiyama et al.; weights as in Gansner et al., "A Technique for Drawing
 * Directed Graphs", IEEE TSE 19, 1993), each row solved exactly by `spread`.
 */
export function assignColumns(rows: Slot[][], routed: Routed): Float64Array {
  const count = routed.layer.length;
  const below = adjacency(count, routed.upper, routed.lower);
  const above = adjacency(count, routed.lower, routed.upper);
  const x = new Float64Array(count);
  const insistence = (a: number, b: number) =>
    STRAIGHT[(a >= routed.nodes ? 1 : 0) + (b >= routed.nodes ? 1 : 0)] ?? 1;
  const laid: Row[] = rows.map((slots) => ({
    slots,
    distance: Float64Array.from(slots, (slot, i) => {
      const left = slots[i - 1];
      return left ? slotDistance(left, slot) : 0;
    }),
  }));
  const settle = ({ slots, distance }: Row, directions: Adjacency[]) => {
    const weights = new Float64Array(slots.length);
    const wishes = Float64Array.from(slots, (slot, index) => {
      let sum = 0;
      let weight = 0;
      for (const vertex of slot.vertices) {
        for (const links of directions) {
          if (degree(links, vertex) === 0) continue;
          for (let i = at(links.start, vertex); i < at(links.start, vertex + 1); i++) {
            const neighbour = at(links.target, i);
            sum += at(x, neighbour) * insistence(vertex, neighbour);
            weight += insistence(vertex, neighbour);
          }
        }
      }
      // What nothing holds stays where it is, and gives way to all others.
      weights[index] = weight || 0.01;
      return weight > 0 ? sum / weight : at(x, slot.vertices[0] ?? 0);
    });
    const placed = spread(wishes, weights, distance);
    slots.forEach((slot, index) => {
      for (const vertex of slot.vertices) x[vertex] = at(placed, index);
    });
  };
  for (const row of laid) settle(row, [above]);
  for (let round = 0; round < ROUNDS; round++) {
    const both = round >= ROUNDS / 2;
    for (let i = laid.length - 1; i >= 0; i--) settle(laid[i] ?? EMPTY, both ? [below, above] : [below]);
    for (const row of laid) settle(row, both ? [above, below] : [above]);
  }
  return x;
}

const EMPTY: Row = { slots: [], distance: new Float64Array() };
