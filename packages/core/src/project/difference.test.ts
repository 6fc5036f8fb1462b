import { expect, test } from "vitest";
import { difference } from "./difference";

const before = { name: "A", days: 7 as number | null };

test("only what changes is told, both ways", () => {
  expect(difference(before, { name: "B", days: 7 })).toEqual({ from: { name: "A" }, to: { name: "B" } });
  expect(difference(before, { days: null })).toEqual({ from: { days: 7 }, to: { days: null } });
});

test("nothing changes where nothing is given, or the same", () => {
  expect(difference(before, {})).toBeNull();
  expect(difference(before, { name: "A", days: undefined })).toBeNull();
});
