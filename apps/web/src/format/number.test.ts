import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBytes, formatCompact, formatCount, formatPercent, formatStatistic } from "./number";

describe("formatCount", () => {
  it("groups by thousands and writes a real minus", () => {
    expect(formatCount(1041)).toBe("1,041");
    expect(formatCount(-1041)).toBe("−1,041");
  });
});

describe("formatCompact", () => {
  it.each([
    [9_466, "9,466"],
    [200_341, "200 k"],
    [999_949, "1,000 k"],
    [999_950, "1.0 M"],
    [1_200_000, "1.2 M"],
    [41_000_000, "41 M"],
    [3_200_000_000, "3.2 G"],
    [-200_341, "−200 k"],
  ])("%d is %s", (value, text) => expect(formatCompact(value)).toBe(text));
});

describe("formatPercent", () => {
  it.each([
    [0, "0.0 %"],
    [0.041, "4.1 %"],
    [0.0001, "< 0.1 %"],
    [0.9999, "> 99.9 %"],
    [1, "100.0 %"],
  ])("%d is %s", (share, text) => expect(formatPercent(share)).toBe(text));

  it("says 0 and 100 of nothing and of all, and of nothing else", () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: 1 - Number.EPSILON, noNaN: true }), (share) => {
        expect(["0.0 %", "100.0 %"]).not.toContain(formatPercent(share));
      }),
    );
  });
});

describe("formatStatistic", () => {
  it.each([
    [83.4167, "83.42"],
    [4180.4, "4,180"],
    [0.00123456, "0.001235"],
    [0.000012, "1.20e−5"],
    [-18.2, "−18.2"],
    [0, "0"],
    [1_234_567_890_123, "1.23e+12"],
    [Number.NEGATIVE_INFINITY, "−∞"],
  ])("%d is %s", (value, text) => expect(formatStatistic(value)).toBe(text));
});

describe("formatBytes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [20_480, "20.5 kB"],
    [3_200_000, "3.2 MB"],
    [5e15, "5,000.0 TB"],
  ])("%d is %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});
