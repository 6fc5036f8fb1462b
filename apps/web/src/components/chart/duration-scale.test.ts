import { describe, expect, it } from "vitest";
import { durationScale, durationTone } from "./duration-scale";

const USUAL = { p10: 70, p50: 75, p90: 80 };

describe("durationScale", () => {
  it("ends at 1.25 times p90", () => {
    expect(durationScale(50, USUAL)).toEqual({ value: 0.5, low: 0.7, high: 0.8 });
  });

  it("stops at its end, and has none without a usual", () => {
    expect(durationScale(1e9, USUAL)?.value).toBe(1);
    expect(durationScale(-5, USUAL)?.value).toBe(0);
    expect(durationScale(50, null)).toBeNull();
  });
});

describe("durationTone", () => {
  it.each([
    ["succeeded", 75, "usual"],
    ["succeeded", 69, "fast"],
    ["succeeded", 81, "slow"],
    ["cancelled", 10, "fast"],
    ["failed", 75, "bad"],
    ["lost", 900, "bad"],
    ["running", 900, "live"],
  ] as const)("%s after %d is %s", (status, milliseconds, tone) => {
    expect(durationTone(status, milliseconds, USUAL)).toBe(tone);
  });

  it("judges no success before it knows what is usual", () => {
    expect(durationTone("succeeded", 9e9, null)).toBe("usual");
  });
});
