import { describe, expect, it } from "vitest";
import {
  type ComparedNode,
  failureDiffers,
  type NodeSide,
  nodeDiffers,
  paceDiffers,
  worstFirst,
} from "./compared-node";

const side = (more: Partial<NodeSide> = {}): NodeSide => ({
  status: "succeeded",
  durationMs: 1000,
  attempt: 0,
  rows: 10,
  columnCount: 2,
  error: null,
  ...more,
});
const node = (name: string, more: Partial<ComparedNode> = {}): ComparedNode => ({
  name,
  kind: "function",
  module: null,
  dependencies: [],
  dropped: [],
  difference: "same",
  before: side(),
  after: side(),
  ...more,
});
const failed = (message = "no") => side({ status: "failed", error: { type: "E", message } });

describe("nodeDiffers", () => {
  it.each<[string, Partial<ComparedNode>, boolean]>([
    ["nothing", {}, false],
    ["time a little", { after: side({ durationMs: 1900 }) }, false],
    ["time by much", { after: side({ durationMs: 2100 }) }, true],
    [
      "short times by a multiple",
      { before: side({ durationMs: 2 }), after: side({ durationMs: 90 }) },
      false,
    ],
    ["status", { after: side({ status: "skipped" }) }, true],
    ["rows", { after: side({ rows: 9 }) }, true],
    ["attempts", { after: side({ attempt: 1 }) }, true],
    ["its own code", { difference: "changed" }, true],
    ["code upstream only", { difference: "upstream" }, false],
    ["being there", { before: null }, true],
    ["the error", { before: failed(), after: failed("other") }, true],
    ["nothing, failing in the same way", { before: failed(), after: failed() }, false],
  ])("sees that what differs is %s", (_, more, differs) =>
    expect(nodeDiffers(node("a", more))).toBe(differs),
  );

  it("takes no time for known that is not", () => {
    expect(paceDiffers({ before: side({ durationMs: null }), after: side() })).toBe(false);
    expect(failureDiffers({ before: null, after: failed() })).toBe(true);
  });
});

it("puts the worst first and the slowest among equals", () => {
  const nodes = [
    node("same"),
    node("below", { difference: "upstream" }),
    node("rows", { after: side({ rows: 1 }) }),
    node("skipped", { after: side({ status: "skipped" }) }),
    node("edited", { difference: "changed" }),
    node("edited and slow", { difference: "changed", after: side({ durationMs: 9000 }) }),
    node("still failing", { before: failed(), after: failed() }),
    node("mended", { before: failed() }),
    node("broken", { after: failed() }),
  ];
  expect(worstFirst(nodes).map(({ name }) => name)).toEqual([
    "broken",
    "mended",
    "still failing",
    "edited and slow",
    "edited",
    "skipped",
    "rows",
    "below",
    "same",
  ]);
});
