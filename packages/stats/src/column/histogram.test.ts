import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histogram } from "./histogram";

describe("histogram", () => {
  it("puts each value into the bin that holds it", () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 200 });
    fc.assert(
      fc.property(numbers, (list) => {
        const found = histogram(Float64Array.from(list).sort());
        const low = Math.min(...list);
        const high = Math.max(...list);
        if (low === high) return expect(found).toEqual({ low, high, counts: [list.length] });
        const counts = new Array<number>(64).fill(0);
        for (const value of list) {
          const bin = value === high ? 63 : Math.floor(((value - low) / (high - low)) * 64);
          counts[bin] = (counts[bin] ?? 0) + 1;
        }
        expect(found).toEqual({ low, high, counts });
      }),
    );
  });

  it("counts every value, however far apart they are", () => {
    const doubles = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(doubles, (list) => {
        const counts = histogram(Float64Array.from(list).sort())?.counts ?? [];
        expect(counts.length).toBeLessThanOrEqual(64);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(list.length);
      }),
    );
    expect(histogram(Float64Array.of(-1e308, 0, 1e308))?.counts).toHaveLength(64);
  });

  it("is nothing without values", () => {
    expect(histogram(new Float64Array(0))).toBeNull();
  });
});
