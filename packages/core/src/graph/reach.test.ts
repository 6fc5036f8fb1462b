import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criticalPath } from "./critical-path";
import { linkByName, reach } from "./reach";
import { anyGraph } from "./testing/graphs";

const diamond = [
  { name: "source", dependencies: [] },
  { name: "left", dependencies: ["source", "source", "gone"] },
  { name: "right", dependencies: ["source"] },
  { name: "join", dependencies: ["left", "right"] },
  { name: "aside", dependencies: [] },
];

describe("reach", () => {
  it("finds everything up- and downstream", () => {
    const links = linkByName(diamond);
    expect(reach(links, "up", "join")).toEqual(new Set(["left", "right", "source"]));
    expect(reach(links, "down", "source")).toEqual(new Set(["left", "right", "join"]));
    expect(reach(links, "down", "aside")).toEqual(new Set());
    expect(reach(links, "up", "unknown")).toEqual(new Set());
  });

  it("says the same from both ends, and ends on cycles", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const links = linkByName(graph);
        for (const { name } of graph)
          for (const above of reach(links, "up", name)) expect(reach(links, "down", above)).toContain(name);
      }),
    );
  });
});

describe("criticalPath", () => {
  const spans = new Map([
    ["source", { start: 0, end: 10 }],
    ["left", { start: 10, end: 15 }],
    ["right", { start: 10, end: 40 }],
    ["join", { start: 41, end: 50 }],
    ["aside", { start: 0, end: 45 }],
  ]);

  it("follows what each node waited for", () => {
    expect(criticalPath(linkByName(diamond), spans)).toEqual(["source", "right", "join"]);
  });

  it("can end at a given node, and leaves out what did not run", () => {
    const ran = new Map([...spans].filter(([name]) => name !== "source"));
    expect(criticalPath(linkByName(diamond), ran, "left")).toEqual(["left"]);
    expect(criticalPath(linkByName(diamond), new Map())).toEqual([]);
    expect(criticalPath(linkByName(diamond), ran, "source")).toEqual([]);
  });

  it("ends on a cycle", () => {
    const loop = linkByName([
      { name: "a", dependencies: ["b"] },
      { name: "b", dependencies: ["a"] },
    ]);
    const both = new Map([
      ["a", { start: 0, end: 1 }],
      ["b", { start: 0, end: 2 }],
    ]);
    expect(criticalPath(loop, both)).toEqual(["a", "b"]);
  });
});
