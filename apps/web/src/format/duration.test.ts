import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, formatElapsed } from "./duration";

describe("formatDuration", () => {
  it.each([
    [0, "0 ms"],
    [0.4, "< 1 ms"],
    [7.4, "7 ms"],
    [99.6, "0.1 s"],
    [400, "0.4 s"],
    [41_800, "41.8 s"],
    [59_949, "59.9 s"],
    [59_950, "1 m 00 s"],
    [218_000, "3 m 38 s"],
    [3_599_499, "59 m 59 s"],
    [3_599_500, "1 h 00 m"],
    [6_720_000, "1 h 52 m"],
    [86_399_000, "1 d 00 h"],
    [273_600_000, "3 d 04 h"],
  ])("%d ms is %s", (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));

  it("never writes 60 seconds, 60 minutes or 24 hours", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e10, noNaN: true }), (milliseconds) => {
        expect(formatDuration(milliseconds)).not.toMatch(/\b60(\.0)? [sm]\b|\b24 h\b/);
      }),
    );
  });
});

describe("formatElapsed", () => {
  it("ticks in whole seconds and never shows less than none", () => {
    expect(formatElapsed(-300)).toBe("0 s");
    expect(formatElapsed(41_800)).toBe("41 s");
    expect(formatElapsed(59_999)).toBe("1 m 00 s");
    expect(formatElapsed(280_000)).toBe("4 m 40 s");
  });
});
