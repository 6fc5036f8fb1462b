import type { SourceFile } from "@heddle/contract";
import { expect, test } from "vitest";
import { changedFiles, changedFunctions } from "./changed-code";
import { clipLines } from "./clip-lines";
import type { NodeDifference } from "./diff";

const file = (path: string, sha256: string): SourceFile => ({ path, sha256, language: "python" });
const side = (files: Record<string, string[]>, name: string) => ({
  files: Object.keys(files).map((path) => file(path, `${name} ${path}`)),
  sources: new Map(Object.entries(files).map(([path, lines]) => [`${name} ${path}`, lines])),
});
const span = (startLine: number, endLine: number, path = "spend.py") => ({ path, startLine, endLine });

function node(name: string, rest: Partial<NodeDifference>): NodeDifference {
  return {
    ...{ name, kind: "function", module: null, dependencies: [], dropped: [], difference: "same" },
    ...{ before: null, after: null },
    ...rest,
  };
}

test("counts the lines of functions, and tells of files what no function shows", () => {
  const before = { "spend.py": ["import a", "def f():", "  1", "def g():", "  2"], "gone.py": ["x"] };
  const after = { "spend.py": ["import b", "def f():", "  3", "  4", "def g():", "  2"] };
  const nodes = [
    node("f", { difference: "changed", before: span(2, 3), after: span(2, 4) }),
    node("g", { before: span(4, 5), after: span(5, 6) }),
    node("lost", { difference: "removed", before: span(1, 1, "nowhere.py") }),
  ];
  const sides = { before: side(before, "old"), after: side(after, "new") };
  expect(changedFunctions(nodes, sides)).toEqual([
    { name: "f", difference: "changed", path: "spend.py", added: 2, removed: 1 },
    { name: "lost", difference: "removed", path: "nowhere.py", added: null, removed: null },
  ]);
  expect(changedFiles(nodes, sides)).toEqual([
    { path: "gone.py", only: "before", outside: true, added: 0, removed: 1 },
    { path: "spend.py", only: null, outside: true, added: 1, removed: 1 },
  ]);
});

test("says so when only the order of nodes differs, and is quiet about files that their functions tell of", () => {
  const nodes = [
    node("f", { before: span(1, 1), after: span(2, 2) }),
    node("g", { before: span(2, 2), after: span(1, 1) }),
  ];
  const sides = {
    before: side({ "spend.py": ["f", "g"] }, "old"),
    after: side({ "spend.py": ["g", "f"] }, "new"),
  };
  expect(changedFiles(nodes, sides)).toMatchObject([{ path: "spend.py", outside: false }]);
  const [first] = nodes;
  const changed = [...(first ? [{ ...first, difference: "changed" as const }] : []), ...nodes.slice(1)];
  expect(changedFiles(changed, sides)).toEqual([]);
});

test("of a very long file sends the part that differs", () => {
  const lines = Array.from({ length: 9000 }, (_, i) => `line ${i}`);
  const clipped = clipLines({ startLine: 1, lines }, { startLine: 1, lines: lines.with(5000, "other") });
  expect(clipped.hidden).toBe(0);
  expect(clipped.before).toMatchObject({ startLine: 4951 });
  expect(clipped.after?.lines[50]).toBe("other");
  expect(clipped.after?.lines).toHaveLength(101);
  expect(clipLines(null, { startLine: 1, lines })).toMatchObject({ hidden: 5000, before: null });
});
