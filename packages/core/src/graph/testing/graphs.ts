import fc from "fast-check";
import type { NodeLinks } from "../shape";

/** Graphs without cycles, with repeated nodes and dependencies that do not exist. */
export const dataflows: fc.Arbitrary<NodeLinks[]> = fc
  .array(fc.array(fc.nat({ max: 60 }), { maxLength: 5 }), { maxLength: 60 })
  .map((wishes) =>
    wishes.map((wish, index) => ({
      name: `n${index}`,
      dependencies: wish.map((other) => (other < index ? `n${other}` : `missing${other}`)),
    })),
  );

/** Any graph, cycles and self-loops included. */
export const anyGraph: fc.Arbitrary<NodeLinks[]> = fc.array(
  fc.record({
    name: fc.nat({ max: 25 }).map((i) => `n${i}`),
    dependencies: fc.array(
      fc.nat({ max: 25 }).map((i) => `n${i}`),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 40 },
);
