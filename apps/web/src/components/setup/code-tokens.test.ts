import { describe, expect, it } from "vitest";
import { codeTokens } from "./code-tokens";

describe("codeTokens", () => {
  it("knows keywords, strings, numbers and calls", () => {
    const kinds = codeTokens('const n = run("from 1", 42);').filter(({ kind }) => kind !== "plain");
    expect(kinds).toEqual([
      { text: "const", kind: "keyword" },
      { text: "run", kind: "call" },
      { text: '"from 1"', kind: "string" },
      { text: "42", kind: "number" },
    ]);
  });

  it.each(["", "  spend.map((value) => value),", 'a "b', "<script>alert(1)</script>"])(
    "loses nothing of %j",
    (line) => {
      expect(
        codeTokens(line)
          .map(({ text }) => text)
          .join(""),
      ).toBe(line);
    },
  );
});
