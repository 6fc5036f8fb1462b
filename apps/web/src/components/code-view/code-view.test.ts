import { describe, expect, it } from "vitest";
import { groupFiles } from "./group-files";
import { pickFile } from "./pick-file";
import { nodeOfLines } from "./spans";

describe("groupFiles", () => {
  it("puts files under their folders, in the order of names", () => {
    const groups = groupFiles(
      ["src/etl/b.ts", "src/etl/a.ts", "lib/x.py", "main.ts"].map((path) => ({ path })),
    );
    expect(groups.map(({ folder, files }) => [folder, files.map(({ name }) => name)])).toEqual([
      ["", ["main.ts"]],
      ["lib", ["x.py"]],
      ["src/etl", ["a.ts", "b.ts"]],
    ]);
    expect(groupFiles([])).toEqual([]);
  });
});

describe("pickFile", () => {
  const file = (path: string, ...nodes: string[]) => ({ path, nodes: nodes.map((name) => ({ name })) });
  const files = [file("plain.ts"), file("a.ts", "a"), file("b.ts", "b")];

  it("takes what was asked for, then the node's file, then the first with a node", () => {
    expect(pickFile(files, "plain.ts", "b")?.path).toBe("plain.ts");
    expect(pickFile(files, null, "b")?.path).toBe("b.ts");
    expect(pickFile(files, "gone.ts", "gone")?.path).toBe("a.ts");
    expect(pickFile([file("plain.ts")], null, null)?.path).toBe("plain.ts");
    expect(pickFile([], null, null)).toBeNull();
  });
});

describe("nodeOfLines", () => {
  it("gives a line to the innermost node and stays inside of the file", () => {
    const spans = [
      { name: "inner", startLine: 2, endLine: 3 },
      { name: "outer", startLine: 1, endLine: 9 },
    ];
    expect(nodeOfLines(spans, 5)).toEqual(["outer", "inner", "inner", "outer", "outer"]);
    expect(nodeOfLines([], 2)).toEqual([null, null]);
  });
});
