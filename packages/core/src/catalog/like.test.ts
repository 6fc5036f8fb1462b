import fc from "fast-check";
import { expect, test } from "vitest";
import { containing, escapeLike } from "./like";

/** LIKE as PostgreSQL documents it, as a regular expression. */
function like(pattern: string): RegExp {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at] ?? "";
    if (sign === "\\") source += (pattern[++at] ?? "").replace(/[^a-z0-9]/gi, "\\$&");
    else if (sign === "%") source += "[^]*";
    else source += sign === "_" ? "[^]" : sign.replace(/[^a-z0-9]/gi, "\\$&");
  }
  return new RegExp(`^${source}$`);
}

const signs = fc.array(fc.constantFrom("a", "b", "%", "_", "\\", "."), { maxLength: 8 });
const texts = signs.map((all) => all.join(""));

test("a pattern finds what has the text in it, and nothing else", () => {
  fc.assert(
    fc.property(texts, texts, (whole, text) => {
      expect(like(containing(text)).test(whole)).toBe(whole.includes(text));
      expect(like(escapeLike(text)).test(whole)).toBe(whole === text);
    }),
  );
});
