import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BINS, commonDistribution, edgesBetween, rebin, type Spread } from "./distribution";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const histogram = fc
  .record({
    low: finite,
    span: fc.double({ min: 0, max: 1e6, noNaN: true }),
    counts: fc.array(fc.nat(1000), { minLength: 1, maxLength: 64 }),
  })
  .map(({ low, span, counts }) => ({ low, high: low + span, counts }));

const spread = (given: Partial<Spread>): Spread => ({
  ...{ histogram: null, low: null, high: null, top: null, present: 10 },
  ...given,
});

describe("rebin", () => {
  test("keeps bins that are the same, and joins those that lie within one", () => {
    expect(rebin({ low: 0, high: 4, counts: [1, 2, 3, 4] }, [0, 1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
    expect(rebin({ low: 0, high: 4, counts: [1, 2, 3, 4] }, [0, 2, 4])).toEqual([3, 7]);
  });

  test("shares a bin in proportion, and puts what is outside into the outermost bins", () => {
    expect(rebin({ low: 0, high: 4, counts: [8] }, [0, 1, 4])).toEqual([2, 6]);
    expect(rebin({ low: -5, high: 15, counts: [3, 0, 0, 4] }, [0, 5, 10])).toEqual([3, 4]);
  });

  test("equal values go to the bin that they are in", () => {
    expect(rebin({ low: 5, high: 5, counts: [9] }, [0, 5, 10])).toEqual([0, 9]);
    expect(rebin({ low: 99, high: 99, counts: [9] }, [0, 5, 10])).toEqual([0, 9]);
  });

  test("loses and makes no value, whatever the bins", () => {
    fc.assert(
      fc.property(histogram, finite, finite, (given, a, b) => {
        const out = rebin(given, edgesBetween(a, b));
        expect(out).toHaveLength(BINS);
        expect(out.every((count) => count >= 0)).toBe(true);
        expect(sum(out)).toBeCloseTo(sum(given.counts), 3);
      }),
    );
  });
});

describe("edgesBetween", () => {
  test("rises, also around a single value and at the ends of what numbers can be", () => {
    for (const [low, high] of [
      [0, 1],
      [7, 7],
      [0, 0],
      [5, -5],
      [-1.7e308, 1.7e308],
    ] as const) {
      const edges = edgesBetween(low, high);
      expect(edges).toHaveLength(BINS + 1);
      expect(edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? 0))).toBe(true);
    }
  });
});

describe("commonDistribution", () => {
  test("no run has one: there is none", () => {
    expect(commonDistribution([])).toBeNull();
    expect(commonDistribution([null, spread({})])).toBeNull();
  });

  test("runs share their bins, and those without a distribution stay empty", () => {
    const one = spread({ histogram: { low: 0, high: 10, counts: [5, 5] } });
    const found = commonDistribution([one, null, one]);
    expect(found?.cells[1]).toBeNull();
    expect(found?.cells[0]).toEqual(found?.cells[2]);
    expect(Math.abs(sum(found?.cells[0] ?? []) - 1000)).toBeLessThanOrEqual(BINS);
  });

  test("one wild run does not flatten the others", () => {
    const usual = spread({ histogram: { low: 0, high: 10, counts: Array.from({ length: 64 }, () => 1) } });
    const wild = spread({ histogram: { low: 0, high: 1e9, counts: [1, 1] } });
    const found = commonDistribution([...Array.from({ length: 59 }, () => usual), wild]);
    expect(found?.rows).toMatchObject({ kind: "bins" });
    expect((found?.cells[0] ?? []).filter((share) => share > 0).length).toBeGreaterThan(10);
  });

  test("categories: the most frequent values, and the others in one row where there are any", () => {
    const top = (entries: [string, number][]) => entries.map(([value, count]) => ({ value, count }));
    const few = commonDistribution([
      spread({
        top: top([
          ["a", 8],
          ["b", 2],
        ]),
      }),
      spread({ top: top([["b", 10]]) }),
    ]);
    expect(few).toEqual({
      rows: { kind: "values", values: ["b", "a"] },
      cells: [
        [200, 800],
        [1000, 0],
      ],
    });
    const many = commonDistribution([
      spread({ top: top(Array.from({ length: 20 }, (_, i) => [`v${i}`, 20 - i])), present: 210 }),
    ]);
    expect(many?.rows.kind === "values" && many.rows.values).toHaveLength(9);
    expect(many?.rows.kind === "values" && many.rows.values.at(-1)).toBeNull();
  });
});
