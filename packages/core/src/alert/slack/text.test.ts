import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, codeBlock, foreign, link, moment, plainLine, words } from "./text";

/** Text of every kind, rich in what Slack gives a meaning to. */
const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "<",
        ">",
        "&",
        "|",
        "`",
        "```",
        "*",
        "_",
        "~",
        "@",
        "@channel",
        "<!here>",
        "\n",
        "&amp;",
        "😀",
        "a",
      ),
    )
    .map((parts) => parts.join("")),
);
const limit = fc.integer({ min: 12, max: 400 });

const ENTITY = /&(?!(?:amp|lt|gt);)/;

describe("foreign text", () => {
  it.each([
    ["foreign", foreign],
    ["plainLine", plainLine],
    ["code", code],
    ["codeBlock", codeBlock],
    ["words", words],
  ])("%s keeps its limit, controls nothing and calls nobody", (_, render) => {
    fc.assert(
      fc.property(nasty, limit, (text, most) => {
        const result = render(text, most);
        expect(result.length).toBeLessThanOrEqual(most);
        expect(result).not.toMatch(/[<>]/);
        expect(result).not.toMatch(ENTITY);
        expect(result).not.toMatch(/@(channel|here|everyone)\b/i);
        expect(result).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 1000 },
    );
  });

  it("code and blocks of code cannot be left by what is in them", () => {
    fc.assert(
      fc.property(nasty, limit, (text, most) => {
        expect(codeBlock(text, most).slice(3, -3)).not.toContain("`");
        const one = code(text, most);
        if (one !== "") expect(one.slice(1, -1)).not.toMatch(/[`\n]/);
      }),
    );
  });

  it("stays readable when there is nothing to escape", () => {
    expect(foreign("right keys are not unique", 100)).toBe("right keys are not unique");
    expect(code("join_customers", 80)).toBe("`join_customers`");
    expect(plainLine("two\n  lines", 80)).toBe("two lines");
    expect(foreign("a < b && c > d", 100)).toBe("a &lt; b &amp;&amp; c &gt; d");
  });

  it("takes from words the marks that would format them, and leaves names alone", () => {
    expect(words("jun_okafor", 80)).toBe("jun_okafor");
    expect(words("*bold* _it_ ~no~ `code`", 80)).not.toMatch(/(^|\s)[*_~`]|[*_~`](\s|$)/);
  });

  it("marks where it was cut", () => {
    expect(foreign("abcdefgh", 5)).toBe("abcd…");
    expect(foreign("a&b", 6)).toBe("a…");
    expect(foreign("😀😀", 4)).toBe("😀…");
  });
});

describe("link", () => {
  it("cannot be ended early by its address", () => {
    expect(link("https://x.example/?a=1&b=2|3>4", "Open")).toBe(
      "<https://x.example/?a=1&amp;b=2%7C3%3E4|Open>",
    );
  });
});

describe("moment", () => {
  it("is the reader's own time, with UTC for clients that cannot do that", () => {
    expect(moment(new Date("2026-11-23T07:04:05.600Z"))).toBe(
      "<!date^1795417445^{date_short_pretty} {time}|2026-11-23 07:04 UTC>",
    );
  });
});
