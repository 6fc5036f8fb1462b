import { describe, expect, it } from "vitest";
import { type Distribution, driftOf } from "./drift";

const numbers = (counts: number[], more: Partial<Distribution> = {}): Distribution => ({
  kind: "numeric",
  count: counts.reduce((sum, count) => sum + count, 0) + (more.missing ?? 0),
  missing: 0,
  distinct: 100,
  histogram: { low: 0, high: 10, counts },
  nonFinite: 0,
  top: null,
  ...more,
});
const words = (top: Record<string, number>, more: Partial<Distribution> = {}): Distribution => ({
  kind: "categorical",
  count: Object.values(top).reduce((sum, count) => sum + count, 0),
  missing: 0,
  distinct: Object.keys(top).length,
  histogram: null,
  nonFinite: 0,
  top: Object.entries(top).map(([value, count]) => ({ value, count })),
  ...more,
});

describe("driftOf", () => {
  it("is 0 for what is the same", () => {
    expect(driftOf(numbers([900, 1000, 1100]), numbers([900, 1000, 1100]))).toMatchObject({
      psi: 0,
      level: "none",
    });
    expect(driftOf(words({ a: 500, b: 500 }), words({ a: 500, b: 500 }))).toMatchObject({
      psi: 0,
      level: "none",
    });
  });

  it("tells slight from strong", () => {
    // 0.15 ln(0.65 / 0.5) - 0.15 ln(0.35 / 0.5) = 0.0929, and with 0.2: 0.1695; with 0.3: 0.4159
    expect(driftOf(numbers([5000, 5000]), numbers([6500, 3500]))).toMatchObject({ level: "none" });
    expect(driftOf(numbers([5000, 5000]), numbers([7000, 3000]))).toMatchObject({ level: "slight" });
    expect(driftOf(numbers([5000, 5000]), numbers([8000, 2000])).psi).toBeCloseTo(
      0.3 * Math.log(1.6 / 0.4),
      6,
    );
    expect(driftOf(numbers([5000, 5000]), numbers([8000, 2000]))).toMatchObject({ level: "strong" });
  });

  it("calls nothing moved that chance may have done to few values", () => {
    const drift = driftOf(numbers([3, 2, 3]), numbers([2, 4, 2]));
    expect(drift.psi).toBeGreaterThan(0.1);
    expect(drift.byChance).toBeGreaterThan(drift.psi ?? 0);
    expect(drift.level).toBe("none");
  });

  it("counts missing and non-finite values as bins of their own", () => {
    expect(driftOf(numbers([9000, 1000]), numbers([4500, 500], { missing: 5000 }))).toMatchObject({
      level: "strong",
    });
    expect(
      driftOf(numbers([9000, 1000]), numbers([4500, 500], { count: 10000, nonFinite: 5000 })),
    ).toMatchObject({
      level: "strong",
    });
  });

  it("sees values that all leave the one place where they were", () => {
    const one = { low: 5, high: 5, counts: [1000] };
    const other = { low: 7, high: 7, counts: [1000] };
    expect(driftOf(numbers([1000], { histogram: one }), numbers([1000], { histogram: other }))).toMatchObject(
      {
        level: "strong",
      },
    );
  });

  it("takes a new value for new where the list was complete, and for one of the others where it was cut", () => {
    expect(driftOf(words({ a: 500, b: 500 }), words({ a: 300, b: 300, new: 400 }))).toMatchObject({
      level: "strong",
    });
    const cut = (top: Record<string, number>) => words(top, { count: 1000, distinct: 500 });
    expect(driftOf(cut({ a: 300, b: 20 }), cut({ a: 300, c: 20 })).psi).toBeCloseTo(0, 9);
  });

  it("says nothing about texts that are all there, and of their gaps what it can", () => {
    const text = { kind: "text" as const, top: null };
    expect(driftOf(words({}, { ...text, count: 900 }), words({}, { ...text, count: 800 })).psi).toBeNull();
    expect(
      driftOf(words({}, { ...text, count: 900 }), words({}, { ...text, count: 900, missing: 300 })),
    ).toMatchObject({
      level: "strong",
    });
  });
});
