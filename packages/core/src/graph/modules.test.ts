import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areModulesLayered, layoutModules, type ModuleNode, moduleKey, moduleOf } from "./modules";
import { BOX } from "./size";

const node = (name: string, module: string | null, ...dependencies: string[]): ModuleNode => ({
  name,
  module,
  dependencies,
});
/** a1 -> a2 in A, b1 -> b2 in B, a2 -> b1, and one without a module below. */
const nodes = [
  node("a1", "A"),
  node("a2", "A", "a1"),
  node("b1", "B", "a2"),
  node("b2", "B", "b1", "a1"),
  node("end", null, "b2"),
];

describe("layoutModules", () => {
  it("draws a folded module as one box, with one edge for all that lead there", () => {
    const { nodes: drawn, edges, frames } = layoutModules(nodes, new Set());
    expect(drawn.map(({ name }) => name).sort()).toEqual([moduleKey("A"), moduleKey("B"), "end"]);
    expect(edges.map(({ from, to }) => [from, to])).toEqual([
      [moduleKey("A"), moduleKey("B")],
      [moduleKey("B"), "end"],
    ]);
    expect(frames).toEqual([]);
    expect(moduleOf(moduleKey("A"))).toBe("A");
    expect(moduleOf("A")).toBeNull();
  });

  it("draws an open one as a frame around its nodes, with edges to the nodes themselves", () => {
    const layout = layoutModules(nodes, new Set(["A", "B"]));
    expect(layout.frames.map(({ module }) => module).sort()).toEqual(["A", "B"]);
    expect(layout.edges.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
      "a1 a2",
      "a1 b2",
      "a2 b1",
      "b1 b2",
      "b2 end",
    ]);
  });

  it("keeps every node in the frame of its module and in no other, whatever the graph", () => {
    const graph = fc
      .array(fc.record({ module: fc.constantFrom("A", "B", "C", null), above: fc.array(fc.nat(30)) }), {
        maxLength: 30,
      })
      .map((all) =>
        all.map(({ module, above }, i) =>
          node(`n${i}`, module, ...above.filter((other) => other < i).map((other) => `n${other}`)),
        ),
      );
    fc.assert(
      fc.property(graph, fc.subarray(["A", "B", "C"]), (all, open) => {
        const layout = layoutModules(all, new Set(open));
        for (const { name, x, y } of layout.nodes) {
          const own = all.find((one) => one.name === name)?.module ?? null;
          for (const frame of layout.frames) {
            const inside =
              x >= frame.x &&
              y >= frame.y &&
              x + BOX.width <= frame.x + frame.width &&
              y + BOX.height <= frame.y + frame.height;
            const apart =
              x >= frame.x + frame.width ||
              y >= frame.y + frame.height ||
              x + BOX.width <= frame.x ||
              y + BOX.height <= frame.y;
            expect(frame.module === own ? inside : apart).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("areModulesLayered", () => {
  it("tells whether modules depend on each other one way only", () => {
    expect(areModulesLayered(nodes)).toBe(true);
    expect(areModulesLayered([...nodes, node("a3", "A", "b1")])).toBe(false);
    expect(areModulesLayered([])).toBe(true);
  });
});
