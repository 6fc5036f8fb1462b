import { describe, expect, it } from "vitest";
import { closureHashes, type HashedNode } from "./closure-hash";
import { codeHash, sliceLines } from "./code-hash";

describe("codeHash", () => {
  const code = "export const f = () => {\n  return 1;\n};";

  it.each([
    ["Windows line ends", code.replaceAll("\n", "\r\n")],
    ["trailing space", code.replaceAll("\n", "  \n")],
    ["indentation of the whole", code.replaceAll(/^/gm, "    ")],
    ["empty lines around", `\n\n${code}\n\n`],
  ])("does not depend on %s", (_what, other) => {
    expect(codeHash(other)).toBe(codeHash(code));
  });

  it.each([
    ["a number", code.replace("1", "2")],
    ["indentation inside, which Python reads", code.replace("  return", "    return")],
    ["a comment", `${code} // why`],
  ])("depends on %s", (_what, other) => {
    expect(codeHash(other)).not.toBe(codeHash(code));
  });

  it("cuts lines counted from 1, both ends included", () => {
    expect(sliceLines("a\r\nb\nc\nd", 2, 3)).toBe("b\nc");
  });
});

describe("closureHashes", () => {
  const node = (name: string, dependencies: string[], code = name): HashedNode => {
    return { name, type: "number", dependencies, codeHash: code };
  };
  const graph = [node("a", []), node("b", ["a"]), node("c", ["b"]), node("other", [])];

  function changedBy(change: HashedNode[]): string[] {
    const before = closureHashes(graph);
    const after = closureHashes(change);
    return [...before.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
  }

  it("changes for a node and all that is computed from it, and for nothing else", () => {
    expect(changedBy([node("a", []), node("b", ["a"], "new"), node("c", ["b"]), node("other", [])])).toEqual([
      "b",
      "c",
    ]);
  });

  it("does not depend on the order of the nodes", () => {
    expect(changedBy([...graph].reverse())).toEqual([]);
  });

  it("tolerates dependencies that are missing, cycles, and a node that depends on itself", () => {
    const odd = [
      node("a", ["gone"]),
      node("b", ["c"]),
      node("c", ["b", "a"]),
      node("d", ["d"]),
      node("e", ["c"]),
    ];
    const hashes = closureHashes(odd);
    expect([...hashes.keys()].sort()).toEqual(["a", "b", "c", "d", "e"]);
    expect(closureHashes([...odd].reverse())).toEqual(hashes);
  });
});
