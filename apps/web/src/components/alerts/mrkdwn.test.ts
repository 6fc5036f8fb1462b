import { failureMessage, sampleFacts } from "@heddle/core/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Piece, readMrkdwn } from "./mrkdwn";

const textOf = (pieces: Piece[]): string =>
  pieces.map((piece) => (piece.kind === "bold" ? textOf(piece.pieces) : piece.text)).join("");

describe("what Slack shows of our messages", () => {
  it.each<[string, Piece[]]>([
    ["plain &amp; &lt;b&gt;", [{ kind: "text", text: "plain & <b>" }]],
    ["`a &lt;b`", [{ kind: "code", text: "a <b" }]],
    ["```\nE: x\ny\n```", [{ kind: "block", text: "E: x\ny" }]],
    [
      "*Since*\n`x`",
      [
        { kind: "bold", pieces: [{ kind: "text", text: "Since" }] },
        { kind: "text", text: "\n" },
        { kind: "code", text: "x" },
      ],
    ],
    [
      "*<https://h/r?a=1&amp;b=2|Open>*",
      [{ kind: "bold", pieces: [{ kind: "link", text: "Open", href: "https://h/r?a=1&b=2" }] }],
    ],
    [
      "<!date^1614265330^{date_short_pretty} {time}|2021-02-25 15:02 UTC>",
      [{ kind: "date", at: "2021-02-25T15:02:10.000Z", text: "2021-02-25 15:02 UTC" }],
    ],
    ["<javascript:alert(1)|x>", [{ kind: "text", text: "x" }]],
  ])("%s", (source, pieces) => {
    expect(readMrkdwn(source)).toEqual(pieces);
  });

  it("keeps every word of a message", () => {
    const { blocks } = failureMessage(sampleFacts(), "https://heddle.example");
    const texts = blocks.flatMap((block) => ("fields" in block ? block.fields.map(({ text }) => text) : []));
    expect(texts.length).toBeGreaterThan(3);
    const shown = texts.map((text) => textOf(readMrkdwn(text))).join("\n");
    expect(shown).toContain("5th failure in a row, since #1284");
    expect(shown).not.toMatch(/[*`<>]|&amp;/);
  });

  it("ends for any text, and never shows a link that is no web address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (source) => {
        for (const piece of readMrkdwn(source))
          if (piece.kind === "link") expect(piece.href).toMatch(/^https?:/);
      }),
    );
  });
});
