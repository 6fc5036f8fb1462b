import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RUN_STATUSES } from "../../status/status-words";
import { CHANGED, NO_FILTER, type RunsFilter } from "../runs-query";
import { isReference, parseQuery, queryText } from "./query-text";

const parse = (text: string, tagKeys: string[] = []) => parseQuery(text, NO_FILTER, tagKeys);

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .filter((each) => !each.includes("\0"));
const tag = fc.tuple(
  text.filter((key) => !/[:=]/.test(key)),
  fc.string({ maxLength: 20 }).filter((value) => !value.includes("\0")),
);
const word = fc.stringMatching(/^[a-z#%/.-]{1,10}$/);

const filters: fc.Arbitrary<RunsFilter> = fc.record({
  status: fc.uniqueArray(fc.constantFrom(...RUN_STATUSES)),
  pipeline: fc.uniqueArray(text, { maxLength: 3 }),
  version: fc.option(fc.stringMatching(/^[0-9a-f]{4,64}$/)),
  tag: fc.uniqueArray(
    tag.map(([key, value]) => `${key}:${value}`),
    { maxLength: 3 },
  ),
  changed: fc.uniqueArray(fc.constantFrom(...CHANGED)),
  q: fc.option(fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "))),
  last: fc.constant(null),
  from: fc.constant(null),
  to: fc.constant(null),
});

describe("parseQuery", () => {
  it("reads tokens of every key, and text", () => {
    expect(
      parse('status:failed pipeline:"my flow" tag:env=prod version:4fd1 changed:code broken pipe'),
    ).toEqual({
      ...NO_FILTER,
      status: ["failed"],
      pipeline: ["my flow"],
      tag: ["env:prod"],
      version: "4fd1",
      changed: ["code"],
      q: "broken pipe",
    });
  });

  it("makes the same filter of the text of a filter", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parse(queryText(filter))).toEqual(filter);
      }),
    );
  });

  it("takes known tags for tags, and looks for everything else", () => {
    expect(parse("env:prod", ["env"]).tag).toEqual(["env:prod"]);
    expect(parse("env:prod").q).toBe("env:prod");
    expect(parse("status:unheard version:xyz TypeError: x").q).toBe(
      "status:unheard version:xyz TypeError: x",
    );
  });

  it("adds to what is there, each token once", () => {
    const filter = { ...NO_FILTER, status: ["failed" as const], q: "old" };
    expect(parseQuery("status:failed status:lost", filter)).toMatchObject({
      status: ["failed", "lost"],
      q: "old",
    });
    expect(parseQuery("new", filter).q).toBe("new");
  });

  it("takes any text without falling over", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        expect(parse(any)).toBeDefined();
      }),
    );
  });
});

describe("isReference", () => {
  it.each(["#1288", "#31,877", " 4fd1c0e ", "01a1f82f-1e80-722a-a19e-12ca7d4341e6", "a".repeat(64)])(
    "%s names something",
    (each) => expect(isReference(each)).toBe(true),
  );
  it.each(["1288", "#", "failed", "4fd1", "status:failed"])("%s does not", (each) =>
    expect(isReference(each)).toBe(false),
  );
});
