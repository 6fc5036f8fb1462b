import { describe, expect, it } from "vitest";
import type { Difference } from "../version/difference";
import { explain, type Facts } from "./explain";

/** orders -> clean -> join -> report; spend -> trend -> report */
const GRAPH: Record<string, string[]> = {
  orders: [],
  spend: [],
  clean: ["orders"],
  join: ["clean"],
  trend: ["spend"],
  report: ["join", "trend"],
};

function facts(differences: Record<string, Difference>, more: Partial<Facts> = {}): Facts {
  const names = new Set([...Object.keys(GRAPH), ...Object.keys(differences)]);
  return {
    nodes: [...names].map((name) => ({
      name,
      dependencies: GRAPH[name] ?? [],
      dropped: [],
      difference: differences[name] ?? "same",
    })),
    failed: [],
    moved: [],
    inputs: [],
    configChanges: 0,
    environmentChanges: 0,
    ...more,
  };
}

const told = (given: Facts) =>
  explain(given).causes.map(({ kind, node, explains, hops }) =>
    [kind, node, explains, hops].join(" ").trim(),
  );

describe("explain", () => {
  it.each<[string, Facts, string[]]>([
    ["nothing where nothing differs", facts({}, { failed: ["join"] }), []],
    [
      "the failed node's own code first",
      facts({ clean: "changed", join: "changed" }, { failed: ["join"] }),
      ["code join failure 0", "code clean failure 1"],
    ],
    [
      "the nearest code upstream before what is farther",
      facts({ orders: "changed", clean: "changed" }, { failed: ["report"] }),
      ["code clean failure 2", "code orders failure 3"],
    ],
    [
      "code before moved inputs, configuration, packages and inputs of another size",
      facts(
        { clean: "changed" },
        {
          failed: ["join"],
          inputs: [
            { name: "orders", node: "orders", moved: true },
            { name: "day", node: null, moved: false },
          ],
          configChanges: 2,
          environmentChanges: 1,
        },
      ),
      [
        "code clean failure 1",
        "input orders failure 2",
        "config  failure",
        "environment  failure",
        "input  failure",
      ],
    ],
    [
      "what is upstream of the failure before what moved, and last what is upstream of neither",
      facts({ trend: "changed", spend: "changed", clean: "changed" }, { failed: ["join"], moved: ["trend"] }),
      ["code clean failure 1", "code trend columns 0", "code spend columns 1"],
    ],
    [
      "a change beside the failure as one that explains nothing",
      facts({ trend: "changed" }, { failed: ["join"] }),
      ["code trend nothing"],
    ],
    [
      "moved values where nothing failed",
      facts({ clean: "changed" }, { moved: ["report", "join"], configChanges: 1 }),
      ["code clean columns 1", "config  columns"],
    ],
    ["configuration without any effect", facts({}, { configChanges: 1 }), ["config  nothing"]],
    [
      "everything, when the run failed outside of its nodes",
      facts({ trend: "changed" }, { failed: [null] }),
      ["code trend failure"],
    ],
    [
      "a node whose code is the same as no cause",
      facts({ report: "upstream", join: "unknown" }, { failed: ["report"] }),
      [],
    ],
  ])("names %s", (_, given, causes) => expect(told(given)).toEqual(causes));

  it("follows the edge to a node that was removed", () => {
    const given = facts({ gone: "removed" }, { failed: ["report"] });
    const nodes = given.nodes.map((node) => (node.name === "join" ? { ...node, dropped: ["gone"] } : node));
    expect(explain({ ...given, nodes }).causes[0]).toMatchObject({
      change: "removed",
      target: "report",
      hops: 2,
    });
  });

  it("lists what moved below each cause, and only that", () => {
    const given = facts({ clean: "changed", spend: "changed" }, { moved: ["trend", "join", "report"] });
    expect(explain(given).causes.map(({ node, moved }) => [node, moved])).toEqual([
      ["clean", ["join", "report"]],
      ["spend", ["trend", "report"]],
    ]);
  });

  it("comes to an end in a cycle", () => {
    const nodes = [
      { name: "a", dependencies: ["b"], dropped: [], difference: "changed" as const },
      { name: "b", dependencies: ["a"], dropped: [], difference: "same" as const },
    ];
    expect(explain({ ...facts({}), nodes, failed: ["b"] }).causes[0]).toMatchObject({ node: "a", hops: 1 });
  });

  it("lists 50 of very many, in time", () => {
    const nodes = Array.from({ length: 4000 }, (_, i) => ({
      name: `n${i}`,
      dependencies: i > 0 ? [`n${i - 1}`] : [],
      dropped: [],
      difference: "changed" as const,
    }));
    const started = performance.now();
    const { causes, more } = explain({ ...facts({}), nodes, failed: ["n3999"] });
    expect([causes.length, more, causes[1]?.hops]).toEqual([50, 3950, 1]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
