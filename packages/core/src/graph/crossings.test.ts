import fc from "fast-check";
import { expect, it } from "vitest";
import { adjacency } from "./adjacency";
import { countCrossings } from "./crossings";

it("counts what counting every pair of lines counts", () => {
  const line = fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 9 }));
  fc.assert(
    fc.property(fc.uniqueArray(line, { selector: String, maxLength: 30 }), (lines) => {
      const upper = Array.from({ length: 8 }, (_, i) => i);
      const position = Int32Array.from({ length: 18 }, (_, i) => i - 8);
      const links = adjacency(
        18,
        lines.map(([a]) => a),
        lines.map(([, b]) => b + 8),
      );
      const pairs = lines.flatMap(([a, b], i) =>
        lines.slice(i + 1).filter(([c, d]) => (a - c) * (b - d) < 0),
      );
      expect(countCrossings(upper, 10, links, position)).toBe(pairs.length);
    }),
  );
});
