import { layoutGraph } from "@heddle/core/graph/layout";
import { BOX } from "@heddle/core/graph/size";
import { describe, expect, it } from "vitest";
import { failedNodes, sampleModel, sampleNode } from "../run/testing/sample-run";
import { boxFill } from "./box-fill";
import { centreOn, fitAll, openingCamera, reveal } from "./camera";
import { durationStep } from "./duration-step";
import { edgesWithin, groupEdges } from "./edge-groups";
import { edgePath } from "./edge-path";
import { failurePath } from "./failure-path";
import { farPaths } from "./far-paths";
import { findNames } from "./find-names";
import { nodeLabel, nodeWords, shapeKind } from "./node-words";
import { nodeAt, walk } from "./walk";

const view = { width: 1000, height: 600 };

describe("camera", () => {
  it("fits a graph without enlarging it", () => {
    expect(fitAll({ width: 400, height: 200 }, view).zoom).toBe(1);
    const { x, y, zoom } = fitAll({ width: 4000, height: 300 }, view);
    expect(zoom).toBeLessThan(0.25);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + 4000 * zoom).toBeLessThanOrEqual(view.width);
    expect(y).toBeGreaterThanOrEqual(0);
  });

  it("opens a graph too large to read at its failure", () => {
    const box = { x: 5000, y: 3000, ...BOX };
    const camera = openingCamera({ width: 20_000, height: 9_000 }, view, box);
    expect(camera.zoom).toBeGreaterThanOrEqual(0.55);
    const left = box.x * camera.zoom + camera.x;
    expect(left).toBeGreaterThan(0);
    expect(left + box.width * camera.zoom).toBeLessThan(view.width);
  });

  it("moves no further than needed to reveal a box, and not at all when it is in view", () => {
    const camera = { x: 0, y: 0, zoom: 1 };
    expect(reveal({ x: 300, y: 200, ...BOX }, view, camera)).toBe(camera);
    const moved = reveal({ x: 900, y: 200, ...BOX }, view, camera);
    expect(moved).toMatchObject({ y: 0, zoom: 1 });
    expect(900 + BOX.width + moved.x).toBeLessThanOrEqual(view.width);
    expect(reveal({ x: -100, y: -80, ...BOX }, view, camera)).toMatchObject({ x: 124, y: 128 });
  });

  it("centres a point between the tools", () => {
    const camera = centreOn({ x: 0, y: 0, width: 0, height: 0 }, view, 1);
    expect(camera.x).toBeLessThan(view.width / 2);
    expect(camera.x).toBeGreaterThan(view.width / 3);
  });
});

describe("edges", () => {
  it("are straight inside rows and curved between them", () => {
    expect(edgePath([10, 44, 10, 44, 60, 90, 60, 90])).toBe("M10 44C10 67 60 67 60 90");
    expect(edgePath([10, 44, 10, 106, 10, 130, 10, 192])).toBe("M10 44V106V130V192");
  });

  it("are grouped by how they look", () => {
    const model = sampleModel(failedNodes);
    const layout = layoutGraph(failedNodes);
    const groups = groupEdges(
      layout,
      (name) => model.byName.get(name)?.status,
      failurePath(model, new Set()).edges,
    );
    const count = (path: string) => path.split("M").length - 1;
    expect([count(groups.failure), count(groups.quiet), count(groups.plain)]).toEqual([2, 3, 1]);
    expect(count(edgesWithin(layout, new Set(["join", "tenure", "matrix"])))).toBe(2);
  });
});

describe("from far away", () => {
  it("draws each box once, failures on top", () => {
    const model = sampleModel(failedNodes);
    const paths = farPaths(layoutGraph(failedNodes), (name) =>
      boxFill(name, {
        model,
        colour: "status",
        longest: 0,
        folded: new Map(),
        changed: new Set(),
        below: new Set(),
      }),
    );
    expect(paths.reduce((sum, { d }) => sum + d.split("M").length - 1, 0)).toBe(failedNodes.length);
    expect(paths.at(-1)?.fill).toBe("var(--failed)");
  });

  it("gives longer nodes a stronger step", () => {
    expect(durationStep(0, 1000)).toBe(1);
    expect(durationStep(1000, 1000)).toBe(7);
    expect(durationStep(30, 1000)).toBeGreaterThan(durationStep(3, 1000));
  });
});

describe("walking", () => {
  const layout = layoutGraph(failedNodes);
  const placed = new Map(layout.nodes.map((node) => [node.name, node]));
  const { links } = sampleModel(failedNodes);

  it("goes along edges, and sideways inside a row", () => {
    expect(walk(placed, links, "orders", "ArrowDown")).toBe("clean");
    expect(walk(placed, links, "tenure", "ArrowUp")).toBe("join");
    expect(walk(placed, links, "orders", "ArrowUp")).toBeNull();
    const row = layout.nodes.filter(({ y }) => y === placed.get("clean")?.y).sort((a, b) => a.x - b.x);
    for (const [i, { name }] of row.entries()) {
      expect(walk(placed, links, name, "ArrowRight")).toBe(row[i + 1]?.name ?? null);
      expect(walk(placed, links, name, "ArrowLeft")).toBe(row[i - 1]?.name ?? null);
    }
    expect(walk(placed, links, "unknown", "ArrowDown")).toBeNull();
  });

  it("finds the box under a point", () => {
    const join = placed.get("join");
    expect(nodeAt(layout, { x: (join?.x ?? 0) + 5, y: (join?.y ?? 0) + 5 }, BOX)).toBe("join");
    expect(nodeAt(layout, { x: -10, y: -10 }, BOX)).toBeNull();
  });
});

describe("finding names", () => {
  it("prefers beginnings, then short names", () => {
    const names = ["raw_orders", "orders_by_week", "orders", "spend"];
    expect(findNames(names, " ORD ")).toEqual(["orders", "orders_by_week", "raw_orders"]);
    expect(findNames(names, "")).toEqual([]);
    expect(findNames(names, "x")).toEqual([]);
  });
});

describe("words of a box", () => {
  const table = { shape: "table" as const, dataType: "Table", rows: 200_341, columnCount: 12 };

  it("say what came out", () => {
    const words = (more: Parameters<typeof sampleNode>[4]) =>
      nodeWords(sampleNode("a", ["b"], "succeeded", [0, 1], more), true);
    expect(words({ output: table })).toBe("12 columns");
    expect(words({ output: table, kind: "input" })).toBe("200 k rows");
    expect(words({ output: { ...table, shape: "array" } })).toBe("200 k values");
    expect(words({ output: { ...table, shape: "scalar", dataType: "number" } })).toBe("number");
    expect(words({ output: { ...table, shape: "none", dataType: "undefined" } })).toBe("nothing");
    expect(words({ output: { ...table, shape: "none", dataType: "symbol" } })).toBe("symbol");
    expect(words({ tasks: 8, output: table })).toBe("8 tasks, 12 columns");
    expect(words({ type: "Table" })).toBe("Table");
  });

  it("say what went wrong, and what is going on", () => {
    expect(nodeLabel(sampleNode("a", [], "failed", [0, 1]), false)).toBe("a, failed, MergeError");
    const running = sampleNode("a", [], "running", [0, null]);
    expect(nodeWords(running, true)).toBe("running");
    expect(nodeWords(running, false)).toBe("no end reported");
  });

  it("choose a picture by the shape", () => {
    expect(shapeKind({ kind: "input", output: table })).toBe("data");
    expect(shapeKind({ kind: "function", output: { ...table, shape: "array" } })).toBe("series");
    expect(shapeKind({ kind: "function", output: null })).toBe("code");
  });
});
