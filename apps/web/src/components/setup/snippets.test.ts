import { describe, expect, it } from "vitest";
import { plainText, snippetsFor } from "./snippets";

const ACCESS = { url: "https://heddle.kestrel.travel", apiKey: "hdl_key" };

describe("snippetsFor", () => {
  it.each(snippetsFor(ACCESS))("fills address and key into: $label", (snippet) => {
    const text = plainText(snippet);
    expect(text).toContain('  url: "https://heddle.kestrel.travel",\n  apiKey: "hdl_key",\n');
    expect(text).toMatch(/^import /);
    expect(text).not.toMatch(/^[+]/m);
  });

  it("marks what is added and keeps the indentation", () => {
    const [graph] = snippetsFor(ACCESS);
    const line = graph?.lines.find(({ text }) => text.includes("spend.map"));
    expect(line).toEqual({
      text: "    spend.map((value, week) => value / (signups[week] ?? 1)),",
      added: false,
    });
    expect(graph?.lines.at(-2)?.added).toBe(true);
  });
});
