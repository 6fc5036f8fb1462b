import { diffLines } from "@heddle/core/diff/line-diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeToken } from "@/code/tokens";
import { type DiffRow, diffRows } from "./diff-rows";
import { markParts } from "./mark-parts";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 60 });
const places = (rows: DiffRow[], side: "before" | "after") =>
  rows.flatMap((row) => {
    if (row.kind === "fold") return Array.from({ length: row.count }, (_, i) => row[side] + i);
    return row[side] ?? [];
  });

describe("diffRows", () => {
  it.each(["split", "unified"] as const)("holds every line of both sides in order, %s", (view) => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const rows = diffRows(diffLines(before, after), view, new Set());
        expect(places(rows, "before")).toEqual(before.map((_, i) => i));
        expect(places(rows, "after")).toEqual(after.map((_, i) => i));
      }),
    );
  });

  it("folds long equal stretches but for three lines beside a change, and opens them", () => {
    const before = Array.from({ length: 40 }, (_, i) => `line ${i}`);
    const stretches = diffLines(before, before.with(20, "other"));
    const rows = diffRows(stretches, "split", new Set());
    expect(rows.filter(({ kind }) => kind === "fold")).toEqual([
      { kind: "fold", before: 0, after: 0, count: 17 },
      { kind: "fold", before: 24, after: 24, count: 16 },
    ]);
    expect(rows).toHaveLength(9);
    expect(diffRows(stretches, "split", new Set([0, 24]))).toHaveLength(40);
    expect(diffRows(stretches, "unified", new Set())).toHaveLength(10);
  });

  it("does not fold what did not change", () => {
    const same = Array.from({ length: 40 }, (_, i) => `${i}`);
    expect(diffRows(diffLines(same, same), "split", new Set())).toHaveLength(40);
  });
});

describe("markParts", () => {
  it("cuts coloured pieces at the changed words and keeps the text", () => {
    const tokens: CodeToken[] = [["return ", "key"], ["spend"], [".rolling(3)"]];
    expect(markParts(tokens, [[9, 14]])).toEqual([
      { text: "return ", kind: "key", marked: false },
      { text: "sp", kind: undefined, marked: false },
      { text: "end", kind: undefined, marked: true },
      { text: ".r", kind: undefined, marked: true },
      { text: "olling(3)", kind: undefined, marked: false },
    ]);
  });
});
