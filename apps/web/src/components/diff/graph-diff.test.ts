import { describe, expect, it } from "vitest";
import { openingDiffCamera } from "./diff-camera";
import { diffEdges } from "./diff-edges";
import type { Difference, DiffNode } from "./differences";
import { nearChanges, unionNode } from "./near-changes";
import { turnedLayout } from "./turned-layout";

function node(
  name: string,
  dependencies: string[],
  difference: Difference,
  dropped: string[] = [],
): DiffNode {
  return {
    ...{ name, kind: "function", module: null, dependencies, dropped, difference },
    ...{ before: null, after: null },
  };
}

const chain = (length: number, changed: number) =>
  Array.from({ length }, (_, i) =>
    node(
      `n${i}`,
      i === 0 ? [] : [`n${i - 1}`],
      i === changed ? "changed" : i > changed ? "upstream" : "same",
    ),
  );

describe("nearChanges", () => {
  const names = (nodes: DiffNode[]) => nodes.map(({ name }) => name);

  it("shows what differs with one hop, and the selected node with its own", () => {
    expect(names(nearChanges(chain(20, 10), null))).toEqual(["n9", "n10", "n11"]);
    expect(names(nearChanges(chain(20, 10), "n2"))).toEqual(["n1", "n2", "n3", "n9", "n10", "n11"]);
    expect(nearChanges(chain(5, 9), null)).toEqual([]);
  });

  it("finds one change among 4,000 nodes, and lays out what is near it, at once", () => {
    const nodes = chain(4000, 2000);
    const began = performance.now();
    expect(turnedLayout(nearChanges(nodes, null).map(unionNode)).boxes).toHaveLength(3);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe("turnedLayout", () => {
  it("runs from left to right, without boxes on top of each other, edges from box to box", () => {
    const nodes = [
      node("a", [], "same"),
      ...["b", "c", "d"].map((name) => node(name, ["a"], "changed")),
      node("a_much_longer_name_than_others", ["b", "c"], "added"),
      node("e", ["d", "a"], "upstream", ["b"]),
    ];
    const { boxes, edges, width, height } = turnedLayout(nodes.map(unionNode));
    const at = new Map(boxes.map((box) => [box.name, box]));
    for (const { from, to } of edges)
      expect((at.get(from)?.x ?? 0) + (at.get(from)?.width ?? 0)).toBeLessThan(at.get(to)?.x ?? 0);
    for (const a of boxes)
      for (const b of boxes)
        if (a.name < b.name)
          expect(
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
          ).toBe(true);
    expect(edges).toHaveLength(8);
    expect(Math.max(...boxes.map((box) => box.x + box.width))).toBeLessThanOrEqual(width);
    expect(Math.max(...boxes.map((box) => box.y + box.height))).toBeLessThanOrEqual(height + 1);
  });
});

describe("diffEdges", () => {
  it("draws edges that went dashed, new ones in accent, and those that carry a change darker", () => {
    const nodes = [
      node("a", [], "changed"),
      node("b", ["a"], "upstream"),
      node("c", ["a"], "added"),
      node("d", [], "same", ["a"]),
      node("e", ["d"], "same"),
    ];
    const layout = turnedLayout(nodes.map(unionNode));
    const byName = new Map(nodes.map((each) => [each.name, each]));
    const pathOf = (from: string, to: string) =>
      layout.edges.find((edge) => edge.from === from && edge.to === to)?.path;
    expect(diffEdges(layout, byName)).toEqual({
      carries: pathOf("a", "b"),
      fresh: pathOf("a", "c"),
      gone: pathOf("a", "d"),
      plain: pathOf("d", "e"),
    });
  });
});

describe("openingDiffCamera", () => {
  const view = { width: 900, height: 300 };
  const box = { x: 0, y: 0, width: 100, height: 28 };

  it("shows all that can be read, else goes to a box and wastes no room at the edges", () => {
    expect(openingDiffCamera({ width: 400, height: 100 }, view, box).zoom).toBe(1);
    expect(openingDiffCamera({ width: 9000, height: 100 }, view, box)).toMatchObject({ x: 20, zoom: 0.7 });
    const last = openingDiffCamera({ width: 9000, height: 100 }, view, { ...box, x: 8900 });
    expect(last.x + 9000 * last.zoom).toBe(880);
  });
});
