import { expect, test } from "vitest";
import { expiryOf } from "./expiry";

const now = new Date("2026-11-23T12:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);

test.each([
  ["nothing said", undefined, null, day(365)],
  ["nothing said by a key that ends sooner", undefined, day(30), day(30)],
  ["nothing said by a key that ends later", undefined, day(700), day(365)],
  ["never", null, null, null],
  ["a time", day(90), null, day(90)],
  ["a time before the maker's end", day(30), day(31), day(30)],
  ["the maker's own end", day(31), day(31), day(31)],
  ["ten years", day(3650), null, day(3650)],
])("%s", (_, expiresAt, makerEndsAt, expected) => {
  expect(expiryOf({ expiresAt, now, makerEndsAt })).toEqual(expected);
});

test.each([
  ["now", now, null, "past"],
  ["yesterday", day(-1), null, "past"],
  ["more than ten years", day(3651), null, "ten years"],
  ["never, asked by a key that ends", null, day(30), "outlives"],
  ["a time after the maker's end", day(31), day(30), "outlives"],
])("%s is refused", (_, expiresAt, makerEndsAt, words) => {
  expect(() => expiryOf({ expiresAt, now, makerEndsAt })).toThrow(words);
});
