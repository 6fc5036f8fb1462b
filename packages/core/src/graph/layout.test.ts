import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GraphLayout, layoutGraph } from "./layout";
import { BOX } from "./size";
import { anyGraph, dataflows } from "./testing/graphs";

function boxes(layout: GraphLayout) {
  return new Map(layout.nodes.map((node) => [node.name, node]));
}

function overlaps(layout: GraphLayout): string[] {
  return layout.nodes.flatMap((a, i) =>
    layout.nodes.slice(i + 1).flatMap((b) => {
      const apart = Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height;
      return apart ? [] : [`${a.name} on ${b.name}`];
    }),
  );
}

/** Pieces of edges in whose rectangle there is a box; a piece may touch the box that it ends at. */
function behindBoxes(layout: GraphLayout): string[] {
  return layout.edges.flatMap(({ from, to, points }) => {
    const pieces = points.slice(2).flatMap((_, i) => (i % 2 === 0 ? [points.slice(i, i + 4)] : []));
    return pieces.flatMap(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) =>
      layout.nodes.flatMap(({ name, x, y }) => {
        const beside = Math.max(x0, x1) <= x || Math.min(x0, x1) >= x + BOX.width;
        const apart = y1 <= y || y0 >= y + BOX.height;
        return beside || apart ? [] : [`${from} to ${to} behind ${name}`];
      }),
    );
  });
}

function chain(length: number) {
  return Array.from({ length }, (_, i) => ({ name: `c${i}`, dependencies: i > 0 ? [`c${i - 1}`] : [] }));
}

function fan(leaves: number) {
  const rest = Array.from({ length: leaves }, (_, i) => ({ name: `leaf${i}`, dependencies: ["hub"] }));
  return [{ name: "hub", dependencies: [] }, ...rest];
}

describe("layoutGraph", () => {
  it("leads every edge of a graph without cycles down", () => {
    fc.assert(
      fc.property(dataflows, (graph) => {
        const layout = layoutGraph(graph);
        const placed = boxes(layout);
        for (const { from, to, points } of layout.edges) {
          expect(placed.get(to)?.layer).toBeGreaterThan(placed.get(from)?.layer ?? Number.NaN);
          const heights = points.filter((_, i) => i % 2 === 1);
          expect(heights).toEqual([...heights].sort((a, b) => a - b));
        }
      }),
    );
  });

  it("draws each dependency that exists once, between its two boxes", () => {
    fc.assert(
      fc.property(dataflows, (graph) => {
        const layout = layoutGraph(graph);
        const placed = boxes(layout);
        const expected = graph.flatMap(({ name, dependencies }) =>
          [...new Set(dependencies)].filter((from) => placed.has(from)).map((from) => `${from} ${name}`),
        );
        expect(layout.edges.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(expected.sort());
        for (const { from, to, points } of layout.edges) {
          const [source, target] = [placed.get(from), placed.get(to)];
          expect(points[1]).toBe((source?.y ?? Number.NaN) + BOX.height);
          expect(points.at(-1)).toBe(target?.y);
          expect(Math.abs((points[0] ?? 0) - (source?.x ?? 0) - BOX.width / 2)).toBeLessThan(BOX.width / 2);
          expect(Math.abs((points.at(-2) ?? 0) - (target?.x ?? 0) - BOX.width / 2)).toBeLessThan(
            BOX.width / 2,
          );
        }
      }),
    );
  });

  it("never puts a box on another, nor outside of the picture, whatever the graph", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const layout = layoutGraph(graph);
        expect(overlaps(layout)).toEqual([]);
        for (const { x, y } of layout.nodes) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + BOX.width).toBeLessThanOrEqual(layout.width);
          expect(y + BOX.height).toBeLessThanOrEqual(layout.height);
        }
      }),
    );
  });

  it("gives the same picture in whatever order nodes and dependencies come", () => {
    fc.assert(
      fc.property(anyGraph, fc.infiniteStream(fc.nat()), (graph, dice) => {
        const shuffled = graph
          .map((node) => ({ node, key: dice.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ node }) => ({ ...node, dependencies: [...node.dependencies].reverse() }));
        expect(layoutGraph(shuffled)).toEqual(layoutGraph(graph));
      }),
    );
  });

  it("draws nothing for nothing", () => {
    expect(layoutGraph([])).toEqual({ width: 0, height: 0, nodes: [], edges: [] });
  });

  it("draws a chain of 2,000 as one straight column", () => {
    const layout = layoutGraph(chain(2000));
    expect(new Set(layout.nodes.map(({ x }) => x))).toEqual(new Set([0]));
    expect(new Set(layout.nodes.map(({ y }) => y)).size).toBe(2000);
  });

  it("wraps a fan-out of 2,000 instead of drawing a line of boxes", () => {
    const layout = layoutGraph(fan(2000));
    expect(layout.width).toBeLessThan(10_000);
    expect(overlaps(layout)).toEqual([]);
  });

  it("leads no edge behind the boxes of a wrapped layer", () => {
    const inputs = Array.from({ length: 21 }, (_, i) => ({ name: `in${i}`, dependencies: [] }));
    const sums = Array.from({ length: 30 }, (_, i) => ({
      name: `sum${i}`,
      dependencies: [`in${i % 21}`, `in${(i * 8) % 21}`],
    }));
    const layout = layoutGraph([...inputs, ...sums]);
    expect(new Set(layout.nodes.map(({ y }) => y)).size).toBeGreaterThan(2);
    expect(behindBoxes(layout)).toEqual([]);
  });

  it("untangles what can be drawn without a crossing", () => {
    const graph = [
      ...["a", "b", "c"].map((name) => ({ name, dependencies: [] })),
      { name: "x", dependencies: ["c"] },
      { name: "y", dependencies: ["b"] },
      { name: "z", dependencies: ["a"] },
    ];
    const placed = boxes(layoutGraph(graph));
    for (const [from, to] of [
      ["c", "x"],
      ["b", "y"],
      ["a", "z"],
    ] as const)
      expect(placed.get(to)?.x).toBe(placed.get(from)?.x);
  });
});
