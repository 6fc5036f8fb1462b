import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile } from "./quantiles";

const ascending = (values: number[]) => Float64Array.from(values).sort();

describe("quantile", () => {
  it("gives what R's quantile(type = 7) gives", () => {
    const values = ascending([15, 20, 35, 40, 50]);
    expect(quantile(values, 0.05)).toBe(16);
    expect(quantile(values, 0.4)).toBe(29);
    expect(quantile(values, 0.5)).toBe(35);
    expect(quantile(values, 0.99)).toBeCloseTo(49.6, 12);
  });

  it("lies between the order statistics and rises with p", () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 100,
    });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const values = ascending(list);
        const position = (values.length - 1) * p;
        const found = quantile(values, p);
        expect(found).toBeGreaterThanOrEqual(values[Math.floor(position)] ?? Number.NaN);
        expect(found).toBeLessThanOrEqual(values[Math.ceil(position)] ?? Number.NaN);
      }),
    );
  });
});
