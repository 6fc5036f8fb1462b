import { expect, test } from "vitest";
import { differenceOf } from "./difference";

const node = (codeHash: string | null, closureHash: string, kind = "function", hashAlgorithm = "v1") => ({
  codeHash,
  closureHash,
  kind,
  hashAlgorithm,
});

test.each([
  ["added", undefined, node("1", "1")],
  ["removed", node("1", "1"), undefined],
  ["changed", node("1", "1"), node("2", "2")],
  ["upstream", node("1", "1"), node("1", "2")],
  ["same", node("1", "1"), node("1", "1")],
  ["same", node(null, "1", "input"), node(null, "1", "input")],
  ["unknown", node("1", "1"), node("1", "1", "function", "v2")],
  ["unknown", node(null, "1", "step"), node(null, "1", "step")],
] as const)("%s", (difference, before, after) => {
  expect(differenceOf(before, after)).toBe(difference);
});
