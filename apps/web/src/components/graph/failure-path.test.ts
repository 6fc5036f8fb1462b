import { describe, expect, it } from "vitest";
import { edgeKey } from "../run/run-model";
import { failedNodes, sampleModel, sampleNode } from "../run/testing/sample-run";
import { failurePath } from "./failure-path";

/** list -> table -> north, south -> bearing (failed) -> report; flights into bearing and beside. */
const model = sampleModel([
  sampleNode("flights", [], "succeeded", [0, 50]),
  sampleNode("list", [], "succeeded", [0, 1]),
  sampleNode("table", ["list"], "succeeded", [1, 2]),
  sampleNode("north", ["table"], "succeeded", [2, 3]),
  sampleNode("south", ["table"], "succeeded", [2, 3]),
  sampleNode("bearing", ["north", "south", "flights"], "failed", [50, 51]),
  sampleNode("report", ["bearing", "table"], "skipped"),
]);
const waitedFor = [edgeKey("flights", "bearing")];

function path(...changed: string[]) {
  const { edges, fromChange } = failurePath(model, new Set(changed));
  return { edges: [...edges].sort(), fromChange };
}

describe("failurePath", () => {
  it("leads from a change above the failure down to it, every way there is and none past it", () => {
    expect(path("table")).toEqual({
      edges: [
        edgeKey("north", "bearing"),
        edgeKey("south", "bearing"),
        edgeKey("table", "north"),
        edgeKey("table", "south"),
      ],
      fromChange: true,
    });
  });

  it("joins the ways of several changes", () => {
    expect(path("flights", "south").edges).toEqual([
      edgeKey("flights", "bearing"),
      edgeKey("south", "bearing"),
    ]);
  });

  it.each([[[]], [["bearing"]], [["report"]], [["gone"]]])(
    "is the chain that the failure waited for when %j changed",
    (changed) => {
      expect(path(...changed)).toEqual({ edges: waitedFor, fromChange: false });
    },
  );

  it("follows the whole chain", () => {
    expect([...failurePath(sampleModel(failedNodes), new Set()).edges]).toEqual([
      edgeKey("orders", "clean"),
      edgeKey("clean", "join"),
    ]);
  });

  it("is empty when nothing failed", () => {
    const fine = sampleModel([
      sampleNode("a", [], "succeeded", [0, 1]),
      sampleNode("b", ["a"], "succeeded", [1, 2]),
    ]);
    expect(failurePath(fine, new Set(["a"]))).toEqual({ edges: new Set(), fromChange: false });
  });
});
