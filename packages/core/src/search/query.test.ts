import { expect, test } from "vitest";
import { idRange, readQuery } from "./query";

test.each([
  ["#1288", 1288, null],
  ["1,288", 1288, null],
  [" 42 ", 42, null],
  ["99999999999", null, "99999999999"],
  ["4fd1c0e", null, "4fd1c0e"],
  ["4FD1C0E", null, "4fd1c0e"],
  ["0199-a1b2", null, "0199a1b2"],
  ["abc", null, null],
  ["spend", null, null],
  ["", null, null],
])("%j", (text, number, hex) => {
  const found = readQuery(text);
  expect(found.number).toBe(number);
  if (hex !== null) expect(found.hex).toBe(hex);
});

test("digits can be a number and the beginning of a hash", () => {
  expect(readQuery("1288")).toEqual({ number: 1288, hex: "1288" });
});

test("the ids that begin with some digits", () => {
  expect(idRange("0199a1b2c")).toEqual({
    low: "0199a1b2-c000-0000-0000-000000000000",
    high: "0199a1b2-cfff-ffff-ffff-ffffffffffff",
  });
  expect(idRange("0".repeat(33))).toBeNull();
});
