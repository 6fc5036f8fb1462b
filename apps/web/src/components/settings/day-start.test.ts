import { expect, test } from "vitest";
import { dayStart } from "./day-start";

test.each([
  ["2026-11-23", "UTC", 0, "2026-11-23T00:00:00.000Z"],
  ["2026-11-23", "UTC", 1, "2026-11-24T00:00:00.000Z"],
  ["2026-11-23", "Europe/Berlin", 0, "2026-11-22T23:00:00.000Z"],
  ["2026-07-01", "Europe/Berlin", 0, "2026-06-30T22:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", 0, "2026-03-28T23:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", 1, "2026-03-29T22:00:00.000Z"],
  ["2026-11-01", "America/New_York", 1, "2026-11-02T05:00:00.000Z"],
  ["2026-11-23", "Asia/Kathmandu", 0, "2026-11-22T18:15:00.000Z"],
  ["2026-12-31", "Pacific/Auckland", 1, "2026-12-31T11:00:00.000Z"],
])("%s in %s, %d days on", (day, zone, later, start) => {
  expect(dayStart(day, zone, later)).toBe(start);
});

test.each(["", "yesterday", "2026-13-40", "2026-1-1"])("%j is no day", (day) => {
  expect(dayStart(day, "UTC")).toBeNull();
});
