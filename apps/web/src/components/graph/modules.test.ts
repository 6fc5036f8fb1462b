import { moduleKey } from "@heddle/core/graph/modules";
import { describe, expect, it } from "vitest";
import { failedNodes, sampleModel } from "../run/testing/sample-run";
import { foldedModules, moduleWords } from "./folded-module";
import { withinHops } from "./hops";
import { choose, openModules } from "./open-modules";

const nodes = failedNodes.map((node) => ({
  ...node,
  module: { join: "m", clean: "m", tenure: "late", matrix: "late" }[node.name] ?? null,
}));

describe("foldedModules", () => {
  it("adds up what became of the nodes of a module", () => {
    const folded = foldedModules(nodes, new Set(), new Set(["clean", "orders"]));
    expect([...folded.keys()]).toEqual([moduleKey("m"), moduleKey("late")]);
    const failing = folded.get(moduleKey("m"));
    expect(failing).toMatchObject({ nodes: 2, status: "failed", failed: 1, workMs: 47_000, changed: 1 });
    expect(failing && moduleWords(failing)).toBe("1 of 2 failed");
    expect(folded.get(moduleKey("late"))).toMatchObject({ status: "skipped", skipped: 2, workMs: 0 });
  });

  it("leaves out what is open", () => {
    expect([...foldedModules(nodes, new Set(["m"]), new Set()).keys()]).toEqual([moduleKey("late")]);
  });
});

describe("openModules", () => {
  const names = ["a", "b", "c"];
  const open = (nodes: number, ...said: string[]) => [
    ...openModules(names, { nodes, said, needed: new Set(["b"]) }),
  ];

  it("opens all of a small graph, and of a large one what is needed", () => {
    expect(open(300)).toEqual(names);
    expect(open(301)).toEqual(["b"]);
  });

  it("follows what someone chose, the last choice about a module", () => {
    expect(open(1000, "+c", "-b")).toEqual(["c"]);
    expect(choose(["+a", "-b"], "b", true)).toEqual(["+a", "+b"]);
  });
});

describe("withinHops", () => {
  it("reaches so many edges up and down, or all of them", () => {
    const { links } = sampleModel(failedNodes);
    const within = (up: number | null, down: number | null) =>
      [...withinHops(links, "join", up, down)].sort();
    expect(within(1, 0)).toEqual(["clean", "join", "spend"]);
    expect(within(0, 1)).toEqual(["join", "tenure"]);
    expect(within(null, null)).toHaveLength(6);
  });
});
