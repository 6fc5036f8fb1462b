import { expect, test } from "vitest";
import { safeJson, safeLine, safeLines } from "./safe";

test.each([
  ["\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m"],
  ["\u009b2J", "\\x9b2J"],
  ["bell\u0007 back\b tab\t line\nfeed", "bell\\x07 back\\x08 tab\\x09 line\\x0afeed"],
  ["exe\u202egpj", "exe\\u202egpj"],
  ["Zürich データ 🚀", "Zürich データ 🚀"],
])("%j cannot steer a terminal", (text, safe) => expect(safeLine(text)).toBe(safe));

test("lines stay lines, and nothing else of theirs steers", () => {
  expect(safeLines("at a\r\n\tb\rc\u001b]0;title\u0007")).toBe("at a\n\tb\\x0dc\\x1b]0;title\\x07");
});

test("JSON says the same to a program, and nothing to a terminal", () => {
  const value = { name: "a\u001b[2J\u009b2J\u202eb\nc\u2028", list: [1, null] };
  const text = safeJson(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toMatch(/^[\n -~]*$/);
});
