import { expect, it } from "vitest";
import { diffPackages } from "./packages";

it("names what changed, what is gone and what is new, in this order", () => {
  const before = { b: "1", a: "2.0.0", same: "1", gone: "3" };
  const after = { new: "1", b: "2", a: "2.1.0", same: "1" };
  expect(diffPackages(before, after)).toEqual({
    changes: [
      { name: "a", before: "2.0.0", after: "2.1.0" },
      { name: "b", before: "1", after: "2" },
      { name: "gone", before: "3", after: null },
      { name: "new", before: null, after: "1" },
    ],
    same: 1,
  });
});

it("compares equal sets, and names that objects have by themselves", () => {
  expect(diffPackages({ a: "1" }, { a: "1" })).toEqual({ changes: [], same: 1 });
  expect(diffPackages({}, { toString: "1" }).changes).toEqual([
    { name: "toString", before: null, after: "1" },
  ]);
});
