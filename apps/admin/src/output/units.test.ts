import { expect, test } from "vitest";
import { age, counted, duration, size } from "./units";

test.each([
  [0, "0 s"],
  [59.9, "59 s"],
  [60, "1 min"],
  [3600, "1 h"],
  [86_399, "23 h"],
  [200_000, "2 d"],
])("%d seconds are %s", (seconds, text) => expect(duration(seconds)).toBe(text));

test("a clock that is ahead makes nothing negative", () => {
  expect(age("2026-11-23T12:00:05Z", new Date("2026-11-23T12:00:00Z"))).toBe("0 s ago");
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1500, "1.5 kB"],
  [23_400_000, "23 MB"],
  [5e15, "5000 TB"],
])("%d bytes are %s", (bytes, text) => expect(size(bytes)).toBe(text));

test("things are counted in words", () => {
  expect([counted(1, "batch", "batches"), counted(0, "run"), counted(1200, "run")]).toEqual([
    "1 batch",
    "0 runs",
    "1,200 runs",
  ]);
});
