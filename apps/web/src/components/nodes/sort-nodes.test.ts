import { describe, expect, it } from "vitest";
import { sampleNode } from "../run/testing/sample-run";
import { sortNodes } from "./sort-nodes";
import { stepTo } from "./step-to";

const table = (rows: number) => ({
  output: { shape: "table" as const, dataType: "Table", rows, columnCount: 3 },
});
const nodes = [
  sampleNode("b", [], "succeeded", [0, 1], { module: "m", ...table(7) }),
  sampleNode("a", [], "succeeded", [5, 9], table(90)),
  sampleNode("skipped", [], "skipped"),
  sampleNode("broken", [], "failed", [1, 2]),
  sampleNode("live", [], "running", [3, null], { attempt: 2 }),
];
const names = (...args: Parameters<typeof sortNodes> extends [unknown, ...infer Rest] ? Rest : never) =>
  sortNodes(nodes, ...args).map(({ name }) => name);

describe("sortNodes", () => {
  it("puts the worst first, then what took longest", () => {
    expect(names("worst", "asc")).toEqual(["broken", "live", "a", "b", "skipped"]);
  });

  it("sorts by a column both ways, with what has no value last", () => {
    expect(names("rows", "asc")).toEqual(["b", "a", "broken", "live", "skipped"]);
    expect(names("rows", "desc")).toEqual(["a", "b", "broken", "live", "skipped"]);
    expect(names("start", "desc")).toEqual(["a", "live", "broken", "b", "skipped"]);
    expect(names("module", "asc")[0]).toBe("b");
    expect(names("attempt", "desc")[0]).toBe("live");
    expect(names("name", "desc")).toEqual(["skipped", "live", "broken", "b", "a"]);
  });

  it("leaves its input alone", () => {
    sortNodes(nodes, "name", "asc");
    expect(nodes[0]?.name).toBe("b");
  });
});

describe("stepTo", () => {
  it("enters a list from either end and stops at its ends", () => {
    expect(stepTo(3, undefined, 1)).toBe(0);
    expect(stepTo(3, undefined, -1)).toBe(2);
    expect(stepTo(3, 2, 1)).toBe(2);
    expect(stepTo(3, 0, -1)).toBe(0);
    expect(stepTo(3, 1, 1)).toBe(2);
    expect(stepTo(0, undefined, 1)).toBeNull();
  });
});
