import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonBins, onSameBins, rebin } from "./rebin";

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
const histogram = fc
  .record({
    low: fc.integer({ min: -1000, max: 1000 }),
    span: fc.integer({ min: 0, max: 2000 }),
    counts: fc.array(fc.nat(500), { minLength: 1, maxLength: 64 }),
  })
  .map(({ low, span, counts }) => ({ low, high: low + span, counts }));
const bins = fc
  .record({
    low: fc.integer({ min: -1000, max: 1000 }),
    span: fc.nat(2000),
    count: fc.integer({ min: 1, max: 64 }),
  })
  .map(({ low, span, count }) => ({ low, high: low + span, count }));

describe("rebin", () => {
  it("leaves a histogram on its own bins as it is", () => {
    expect(rebin({ low: 0, high: 4, counts: [1, 2, 3, 4] }, { low: 0, high: 4, count: 4 })).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it("splits bins by the part that lies in each", () => {
    // Bins of width 2 onto bins of width 3: the second one is cut in half.
    expect(rebin({ low: 0, high: 6, counts: [6, 6, 6] }, { low: 0, high: 6, count: 2 })).toEqual([9, 9]);
  });

  it("puts what lies outside into the outer bins", () => {
    expect(rebin({ low: -2, high: 6, counts: [8, 8] }, { low: 0, high: 4, count: 2 })).toEqual([8, 8]);
    expect(rebin({ low: 10, high: 20, counts: [3] }, { low: 0, high: 4, count: 2 })).toEqual([0, 3]);
    expect(rebin({ low: -9, high: -8, counts: [3] }, { low: 0, high: 4, count: 2 })).toEqual([3, 0]);
  });

  it("puts equal values where they are, the highest into the last bin", () => {
    const four = { low: 0, high: 4, count: 4 };
    expect(rebin({ low: 1, high: 1, counts: [5] }, four)).toEqual([0, 5, 0, 0]);
    expect(rebin({ low: 4, high: 4, counts: [5] }, four)).toEqual([0, 0, 0, 5]);
    expect(rebin({ low: 7, high: 7, counts: [5] }, { low: 7, high: 7, count: 1 })).toEqual([5]);
  });

  it("does not lose its way between the largest numbers", () => {
    expect(
      sum(rebin({ low: -1e308, high: 1e308, counts: [4, 4] }, { low: -1.5e308, high: 1.5e308, count: 8 })),
    ).toBe(8);
  });

  it("keeps the total and makes nothing negative, whatever the bins", () => {
    fc.assert(
      fc.property(histogram, bins, (from, onto) => {
        const counts = rebin(from, onto);
        expect(counts).toHaveLength(onto.count);
        expect(sum(counts)).toBeCloseTo(sum(from.counts), 6);
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("onSameBins", () => {
  const before = { low: 0, high: 2, counts: [5, 5] };

  it("takes the bins of before", () => {
    expect(onSameBins(before, { low: 1, high: 3, counts: [4, 4] })).toEqual({
      bins: { low: 0, high: 2, count: 2 },
      before: [5, 5],
      after: [0, 8],
    });
  });

  it("takes common bins when asked to, and where before has one value only", () => {
    expect(onSameBins(before, { low: 2, high: 4, counts: [4, 4] }, "common").bins).toEqual({
      low: 0,
      high: 4,
      count: 2,
    });
    const constant = { low: 3, high: 3, counts: [9] };
    expect(onSameBins(constant, { low: 0, high: 4, counts: [1, 1, 1, 1] })).toEqual({
      bins: { low: 0, high: 4, count: 4 },
      before: [0, 0, 0, 9],
      after: [1, 1, 1, 1],
    });
    expect(onSameBins(constant, constant)).toEqual({
      bins: { low: 3, high: 3, count: 1 },
      before: [9],
      after: [9],
    });
  });

  it("holds all values of both in common bins", () => {
    fc.assert(
      fc.property(histogram, histogram, (a, b) => {
        const { low, high } = commonBins(a, b);
        expect([low <= a.low, low <= b.low, high >= a.high, high >= b.high]).toEqual([
          true,
          true,
          true,
          true,
        ]);
      }),
    );
  });
});
