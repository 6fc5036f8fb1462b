import { describe, expect, it } from "vitest";
import { failedNodes, START, sampleModel, sampleNode, sampleRun } from "./testing/sample-run";
import { verdictOf } from "./verdict-of";

describe("runModel", () => {
  it("finds the failure and the chain that it waited for", () => {
    const model = sampleModel(failedNodes);
    expect(model.failures.map(({ name }) => name)).toEqual(["join"]);
    expect(model.critical).toEqual(["orders", "clean", "join"]);
    expect([model.start, model.end]).toEqual([START, START + 100_000]);
  });

  it("does not count a failure below another one, and puts the earliest first", () => {
    const model = sampleModel([
      sampleNode("late", [], "failed", [0, 30]),
      sampleNode("early", [], "failed", [0, 10]),
      sampleNode("follows", ["late"], "failed", [31, 32]),
    ]);
    expect(model.failures.map(({ name }) => name)).toEqual(["early", "late"]);
  });

  it("lets what still works reach until now, and reads odd times without harm", () => {
    const model = sampleModel(
      [
        sampleNode("works", [], "running", [10, null]),
        sampleNode("backwards", [], "succeeded", [20, 5]),
        sampleNode("before", [], "succeeded", [-5, 1]),
      ],
      sampleRun({ status: "running", finishedAt: null }),
    );
    expect(model.spans.get("works")).toEqual({ start: START + 10_000, end: START + 100_000 });
    expect(model.spans.get("backwards")).toEqual({ start: START + 20_000, end: START + 20_000 });
    expect(model.start).toBe(START - 5_000);
    expect(model.live).toBe(true);
  });

  it("makes something of a run without nodes", () => {
    const model = sampleModel([], sampleRun({ status: "succeeded", finishedAt: null }));
    expect(model).toMatchObject({ critical: [], failures: [], start: START, end: START + 1 });
  });
});

describe("verdictOf", () => {
  const verdict = (run = sampleRun(), nodes = failedNodes) => verdictOf(run, sampleModel(nodes, run));

  it("names the failed node, its error, and what it stopped", () => {
    expect(verdict()).toEqual({
      tone: "failed",
      title: "Failed at",
      problems: [{ node: "join", type: "MergeError", message: "keys are not unique", skipped: 2 }],
      facts: ["3 of 6 nodes succeeded", "2 skipped"],
    });
  });

  it("is silent when all is well, and speaks of what was dropped", () => {
    const good = sampleRun({
      status: "succeeded",
      nodes: { total: 1, succeeded: 1, failed: 0, running: 0, skipped: 0 },
    });
    expect(verdict(good, [])).toBeNull();
    expect(verdict({ ...good, dropped: { buffer_full: 1, spool: 0 } }, [])).toMatchObject({
      tone: "warning",
      facts: ["1 event dropped by the client: buffer_full"],
    });
  });

  it("tells a failure of the run itself from one of a node", () => {
    const error = { type: "ImportError", message: "no module", stack: "", frames: [], causes: [] };
    expect(verdict(sampleRun({ error }), [])).toMatchObject({
      title: "Failed outside of its nodes",
      problems: [{ node: null, type: "ImportError" }],
    });
  });

  it("warns of a failure that the run outlived, and does not call it failed", () => {
    const outlived = sampleRun({ status: "succeeded" });
    expect(verdict(outlived)).toMatchObject({
      tone: "warning",
      title: "Succeeded, though",
      verb: "failed",
      problems: [{ node: "join" }],
    });
    const failure = { node: null, type: "Error", message: "late" };
    expect(verdict({ ...outlived, failure }, [])).toMatchObject({
      tone: "warning",
      title: "Succeeded, though with an error",
    });
  });

  it("says that a lost run is lost, and a silent one silent", () => {
    expect(verdict(sampleRun({ status: "lost" }), [])?.tone).toBe("lost");
    expect(verdict(sampleRun({ status: "silent" }), [])).toMatchObject({ tone: "quiet", title: "Silent" });
    expect(verdict(sampleRun({ status: "cancelled" }), [])?.title).toBe("Cancelled");
  });
});
