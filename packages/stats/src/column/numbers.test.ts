import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Numbers } from "./numbers";

function summarize(values: number[]) {
  const numbers = new Numbers(values.length);
  for (const value of values) numbers.add(value);
  return numbers.summarize();
}

/** Two passes over BigInt fractions would be exact; two passes over sorted doubles are near enough. */
function naive(values: number[]) {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, std: Math.sqrt(squares / (values.length - 1)) };
}

describe("Numbers", () => {
  it("agrees with a naive computation", () => {
    const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), {
      minLength: 2,
      maxLength: 300,
    });
    fc.assert(
      fc.property(numbers, (values) => {
        const { numeric, distinct } = summarize(values);
        const expected = naive(values);
        const size = Math.max(...values.map(Math.abs), 1e-100);
        expect(Math.abs((numeric.mean ?? Number.NaN) - expected.mean) / size).toBeLessThan(1e-12);
        expect(Math.abs((numeric.std ?? Number.NaN) - expected.std) / size).toBeLessThan(1e-9);
        expect(numeric.min).toBe(Math.min(...values) + 0);
        expect(numeric.max).toBe(Math.max(...values) + 0);
        expect(numeric.zeros).toBe(values.filter((value) => value === 0).length);
        expect(numeric.negative).toBe(values.filter((value) => value < 0).length);
        expect(distinct).toBe(new Set(values.map((value) => value + 0)).size);
      }),
    );
  });

  it("keeps its precision where the mean is large and the spread small", () => {
    expect(summarize([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).numeric).toMatchObject({
      mean: 1e9 + 10,
      std: Math.sqrt(30),
    });
  });

  it("counts what is not finite apart", () => {
    const { numeric, distinct } = summarize([Number.NaN, Infinity, -Infinity, Infinity, Number.NaN, 1, 2]);
    expect(numeric).toMatchObject({ nan: 2, infinite: 3, min: 1, max: 2, mean: 1.5 });
    expect(distinct).toBe(5);
  });

  it("computes at both ends of the range of numbers", () => {
    expect(summarize([1e308, -1e308, 1e308]).numeric).toMatchObject({ min: -1e308, max: 1e308 });
    expect(summarize([1e308, 1e308]).numeric).toMatchObject({ mean: 1e308, std: 0 });
    const { mean, std } = summarize([1e308, -1e308, 1e308]).numeric;
    expect((mean ?? 0) / 1e308).toBeCloseTo(1 / 3, 12);
    expect((std ?? 0) / 1e308).toBeCloseTo(Math.sqrt(4 / 3), 12);
    expect((summarize([1e-300, 3e-300]).numeric.std ?? 0) / 1e-300).toBeCloseTo(Math.SQRT2, 12);
  });

  it("has no figures without numbers, and no spread of a single one", () => {
    expect(summarize([]).numeric).toMatchObject({ min: null, mean: null, std: null, histogram: null });
    expect(summarize([Number.NaN]).numeric).toMatchObject({
      nan: 1,
      min: null,
      quantiles: { p: [], values: [] },
    });
    expect(summarize([7]).numeric).toMatchObject({ min: 7, max: 7, mean: 7, std: null });
  });

  it("has one zero", () => {
    const { numeric, distinct } = summarize([-0, 0]);
    expect(Object.is(numeric.min, 0)).toBe(true);
    expect([distinct, numeric.zeros, numeric.negative]).toEqual([1, 2, 0]);
  });
});
