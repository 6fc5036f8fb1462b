import { expect, test } from "vitest";
import { nodeStatus, takesPart } from "./node-status";

const going = { status: "running", planned: new Set<string>() };

test("what was recorded of a node counts", () => {
  expect(nodeStatus({ ...going, status: "failed" }, "function", "succeeded")).toBe("succeeded");
});

test("a node not heard of is pending while the run goes on and skipped after it", () => {
  expect(nodeStatus(going, "function", undefined)).toBe("pending");
  for (const status of ["failed", "succeeded", "cancelled"]) {
    expect(nodeStatus({ ...going, status }, "step", undefined)).toBe("skipped");
  }
});

test("an input is there from the beginning", () => {
  expect(nodeStatus(going, "input", undefined)).toBe("succeeded");
});

test("a plan leaves out the nodes that are not in it, except inputs and those that ran all the same", () => {
  const run = { ...going, planned: new Set(["a"]) };
  expect(takesPart(run, { key: "a", kind: "function" }, false)).toBe(true);
  expect(takesPart(run, { key: "b", kind: "function" }, false)).toBe(false);
  expect(takesPart(run, { key: "b", kind: "function" }, true)).toBe(true);
  expect(takesPart(run, { key: "i", kind: "input" }, false)).toBe(true);
  expect(takesPart(going, { key: "b", kind: "function" }, false)).toBe(true);
});
