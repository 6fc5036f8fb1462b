import { describe, expect, it } from "vitest";
import { formatAgo, formatExact, formatInstant, zoneName } from "./instant";

const NOW = Date.parse("2026-11-23T10:24:00Z");
const BERLIN = "Europe/Berlin";

describe("formatInstant", () => {
  it.each([
    ["2026-11-23T10:00:00Z", BERLIN, "11:00"],
    ["2026-11-22T01:00:00Z", BERLIN, "Sun 02:00"],
    ["2026-11-17T10:00:00Z", BERLIN, "Tue 11:00"],
    ["2026-11-16T10:00:00Z", BERLIN, "16 Nov"],
    ["2025-11-23T10:00:00Z", BERLIN, "23 Nov 2025"],
    ["2026-11-24T10:00:00Z", BERLIN, "24 Nov"],
  ])("%s in %s is %s", (at, zone, text) => expect(formatInstant(at, NOW, zone)).toBe(text));

  it("takes the calendar day of the zone, not of UTC", () => {
    const midnight = "2026-11-22T23:30:00Z";
    expect(formatInstant(midnight, NOW, BERLIN)).toBe("00:30");
    expect(formatInstant(midnight, NOW, "UTC")).toBe("Sun 23:30");
  });
});

describe("formatExact", () => {
  it("names the zone and keeps the milliseconds", () => {
    expect(formatExact("2026-11-23T10:00:04.120Z", BERLIN)).toBe("2026-11-23 11:00:04.120 CET");
    expect(formatExact("2026-07-01T22:30:00Z", "UTC")).toBe("2026-07-01 22:30:00.000 UTC");
  });
});

describe("formatAgo", () => {
  it.each([
    ["2026-11-23T10:23:40Z", "just now"],
    ["2026-11-23T10:00:00Z", "24 m ago"],
    ["2026-11-23T07:00:00Z", "3 h ago"],
    ["2026-11-11T10:24:00Z", "12 d ago"],
    ["2026-11-23T10:29:00Z", "in 5 m"],
  ])("%s is %s", (at, text) => expect(formatAgo(at, NOW)).toBe(text));
});

describe("zoneName", () => {
  it("follows summer time", () => {
    expect(zoneName(BERLIN, NOW)).toBe("CET");
    expect(zoneName(BERLIN, Date.parse("2026-07-01T00:00:00Z"))).toBe("CEST");
  });
});
