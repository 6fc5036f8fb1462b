import { expect, test } from "vitest";
import { diffWords } from "./word-diff";

const cut = (text: string, parts: readonly (readonly [number, number])[]) =>
  parts.map(([start, end]) => text.slice(start, end));

test("tells the words that differ between two lines", () => {
  const [before, after] = ["  return spend.rolling(3).mean()", "  return spend.rolling(4).mean()"];
  const parts = diffWords(before, after);
  expect(cut(before, parts?.before ?? [])).toEqual(["3"]);
  expect(cut(after, parts?.after ?? [])).toEqual(["4"]);
});

test("tints no words where little is left of the line, or where it is very long", () => {
  expect(diffWords("const rate = table.last()", "throw new Error(name)")).toBeNull();
  expect(diffWords("a".repeat(2000), "b")).toBeNull();
});
