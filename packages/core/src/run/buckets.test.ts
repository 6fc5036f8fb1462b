import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketsBetween } from "./buckets";

const HOUR = 3_600_000;

describe("bucketsBetween", () => {
  it.each([
    [HOUR, HOUR / 60],
    [24 * HOUR, HOUR / 4],
    [7 * 24 * HOUR, 2 * HOUR],
    [30 * 24 * HOUR, 8 * HOUR],
    [0, HOUR / 60],
  ])("%d ms are cut every %d ms", (range, width) => {
    const now = Date.parse("2026-11-23T10:24:00Z");
    expect(bucketsBetween(now - range, now).widthMs).toBe(width);
  });

  it("holds both ends, without gaps, in few enough spans", () => {
    fc.assert(
      fc.property(fc.nat(4e12), fc.nat(4e12), (from, range) => {
        const { widthMs, starts } = bucketsBetween(from, from + range);
        expect(starts.length).toBeGreaterThan(0);
        expect(starts.length).toBeLessThanOrEqual(97);
        expect(starts[0]).toBeLessThanOrEqual(from);
        expect((starts.at(-1) ?? 0) + widthMs).toBeGreaterThan(from + range);
        for (const [i, start] of starts.entries()) expect(start).toBe((starts[0] ?? 0) + i * widthMs);
      }),
    );
  });
});
