import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupBins, populationStabilityIndex, psiByChance, sumGroups } from "./psi";

const counts = fc
  .array(fc.nat(1000), { minLength: 2, maxLength: 20 })
  .filter((all) => all.some((one) => one > 0));

describe("populationStabilityIndex", () => {
  it.each([
    // (0.6 - 0.5) ln(0.6 / 0.5) + (0.4 - 0.5) ln(0.4 / 0.5) = 0.1 ln 1.5
    [[500, 500], [600, 400], 0.0405465],
    // 0.05 ln 2 + 0.1 ln 1.5 + 0.15 ln(4 / 2.5), shares 0.05, 0.2, 0.75 against 0.1, 0.3, 0.6
    [[500, 2000, 7500], [1000, 3000, 6000], 0.05 * Math.log(2) + 0.1 * Math.log(1.5) - 0.15 * Math.log(0.8)],
    // An empty bin of 10,000 values counts as a share of 0.0001: 0.0999 ln 1000 + 0.1 ln(1 / 0.9)
    [[0, 10000], [1000, 9000], 0.0999 * Math.log(1000) - 0.1 * Math.log(0.9)],
  ])("is what one computes by hand: %j against %j", (then, now, index) => {
    expect(populationStabilityIndex(then, now)).toBeCloseTo(index, 6);
  });

  it("says nothing without values", () => {
    expect(populationStabilityIndex([0, 0], [1, 2])).toBeNull();
    expect(populationStabilityIndex([1, 2], [])).toBeNull();
  });

  it("is 0 for equal shares, symmetric and never negative", () => {
    fc.assert(
      fc.property(counts, counts, (then, now) => {
        const there = populationStabilityIndex(then, now);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(populationStabilityIndex(now, then)).toBeCloseTo(there ?? -1, 9);
        expect(populationStabilityIndex(then, then)).toBe(0);
        expect(
          populationStabilityIndex(
            then,
            then.map((count) => count * 3),
          ),
        ).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe("psiByChance", () => {
  it("is the 95th percentile of chi-square in proportion to the samples", () => {
    // Chi-square with 9 degrees of freedom is below 16.919 in 95 of 100 cases.
    expect(psiByChance(1000, 1000, 10)).toBeCloseTo(16.919 * 0.002, 4);
    expect(psiByChance(100, 400, 10)).toBeCloseTo(16.919 * 0.0125, 3);
  });
});

describe("groupBins", () => {
  it("makes about ten groups of as many values", () => {
    const groups = groupBins(new Array(64).fill(10));
    expect(groups.at(-1)).toBeLessThanOrEqual(9);
    expect(Math.max(...sumGroups(new Array(64).fill(10), groups))).toBeLessThanOrEqual(80);
  });

  it("leaves a bin with many values alone, so that what comes to its sides is seen", () => {
    expect(groupBins([0, 0, 90, 0, 0])).toEqual([0, 0, 1, 2, 2]);
  });

  it("loses no value", () => {
    fc.assert(
      fc.property(counts, counts, (then, now) => {
        const total = (all: number[]) => all.reduce((sum, one) => sum + one, 0);
        const cut = now.slice(0, then.length);
        expect(total(sumGroups(cut, groupBins(then)))).toBe(total(cut));
      }),
    );
  });
});
