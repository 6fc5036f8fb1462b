import { describe, expect, it } from "vitest";
import { highlightCode } from "./highlight";
import type { CodeLines } from "./tokens";

const text = (lines: CodeLines) => lines.map((line) => line.map(([piece]) => piece).join("")).join("\n");
const kindOf = (lines: CodeLines, word: string) => lines.flat().find(([piece]) => piece.trim() === word)?.[1];

describe("highlightCode", () => {
  it("colours TypeScript and keeps every character", async () => {
    const code = "// why\nexport const total = sum(rows, 0.25, 'a<b>');\n";
    const lines = await highlightCode(code, "typescript");
    expect(text(lines)).toBe(code);
    expect(kindOf(lines, "// why")).toBe("com");
    expect(kindOf(lines, "export")).toBe("key");
    expect(kindOf(lines, "sum")).toBe("fn");
    expect(kindOf(lines, "0.25")).toBe("num");
    expect(kindOf(lines, "'a<b>'")).toBe("str");
  });

  it("colours Python and SQL", async () => {
    const python = await highlightCode('def clean(orders):\n    return orders["amount"]', "python");
    expect(kindOf(python, "clean")).toBe("fn");
    expect(kindOf(python, "return")).toBe("key");
    const sql = await highlightCode("select 1 -- one", "sql");
    expect(kindOf(sql, "select")).toBe("key");
    expect(kindOf(sql, "-- one")).toBe("com");
  });

  it("leaves what has no grammar, or is too long for one, as it is", async () => {
    expect(await highlightCode("a\n\nb", "text")).toEqual([[["a"]], [], [["b"]]]);
    const long = "const a = 1;\n".repeat(20_000);
    expect((await highlightCode(long, "typescript"))[0]).toEqual([["const a = 1;"]]);
  });
});
