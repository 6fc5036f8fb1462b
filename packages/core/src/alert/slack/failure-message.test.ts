import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeChange } from "../../comparison/change";
import type { FailureFacts } from "../incident/facts";
import { sampleFacts } from "../testing/facts";
import { type Block, SLACK } from "./block";
import { failureMessage } from "./failure-message";
import { testMessage } from "./test-message";

const PUBLIC = "https://heddle.example";

/** Every text of a message, as Slack would receive it. */
function texts(blocks: Block[]): { text: string; limit: number }[] {
  return blocks.flatMap((block): { text: string; limit: number }[] => {
    if (block.type === "header") return [{ text: block.text.text, limit: SLACK.header }];
    if (block.type === "context") return block.elements.map(({ text }) => ({ text, limit: SLACK.context }));
    if ("fields" in block) return block.fields.map(({ text }) => ({ text, limit: SLACK.field }));
    return [{ text: block.text.text, limit: SLACK.section }];
  });
}

function whole(facts: FailureFacts): string {
  return texts(failureMessage(facts, PUBLIC).blocks)
    .map(({ text }) => text)
    .join("\n");
}

describe("the message about a failed run", () => {
  it("says what failed, why, since when and what changed", () => {
    const { text, blocks } = failureMessage(sampleFacts(), PUBLIC);
    expect(blocks[0]).toMatchObject({ text: { text: "growth_features #1288 failed at join_customers" } });
    const message = whole(sampleFacts());
    for (const part of [
      "MergeError: right keys are not unique\nafter null fill",
      "`growth/customers.py:61` in `join_customers`",
      "5th failure in a row, since <https://heddle.example/kestrel/forecasting/runs/",
      "|#1284>, <!date^",
      "Last good: <https://heddle.example/kestrel/forecasting/runs/",
      "*Changed since #1283*",
      "Code `4fd1c0e` → `b81e6a7`\nChanged: `avg_3wk_spend`",
      "Commit `5f3b8d0` by Deniz Aydın: Fill gaps with 0",
      "22 nodes did not run: `feature_matrix`, `scaled`, `model`, `report` and 18 more",
      "Failed after 3 m 38 s",
      "*Owner*\njun.okafor",
      "kestrel / forecasting  ·  production",
    ])
      expect(message).toContain(part);
    expect(text).toContain("growth_features #1288 failed at join_customers: MergeError: right keys");
    expect(text).toContain("5th failure in a row");
  });

  it("links to the failed node in the graph, and to the last good run", () => {
    const url = `${PUBLIC}/kestrel/forecasting/runs/019f0000-0000-7000-8000-000000001288`;
    expect(whole(sampleFacts())).toContain(`<${url}?tab=graph&amp;node=join_customers|Open the failed node>`);
    expect(whole(sampleFacts())).toContain("000000001283|Last good #1283>");
  });

  it("says of a first failure what is so, and no more", () => {
    const facts = sampleFacts({
      streak: { count: 1, first: sampleFacts().run },
      lastGood: null,
      others: null,
      code: { kind: "unknown" },
      git: null,
      owner: null,
      skipped: { count: 0, names: [] },
    });
    const message = whole(facts);
    expect(message).toContain("First failure\nNo good run before it in production");
    for (const absent of ["in a row", "Changed since", "Last good", "Stops", "Owner"])
      expect(message).not.toContain(absent);
  });

  it.each<[CodeChange, string]>([
    [{ kind: "same", version: "b81e6a7".padEnd(64, "0") }, "Same code (`b81e6a7`)"],
    [{ kind: "unknown" }, "Code: not recorded for both runs"],
    [
      { kind: "other", from: "aaaaaaaaaa", to: "bbbbbbbbbb", nodes: null },
      "Code `aaaaaaa` → `bbbbbbb`\nCommit",
    ],
    [
      { kind: "other", from: "aaaaaaa", to: "bbbbbbb", nodes: { changed: [], added: [], removed: [] } },
      "No node's code differs",
    ],
  ])("tells code that is %j truly", (code, expected) =>
    expect(whole(sampleFacts({ code }))).toContain(expected),
  );

  it("names the inputs, configuration and packages that may explain the failure, too", () => {
    const value = (path: string, before: string | null, after: string | null) => ({ path, before, after });
    const others = {
      inputs: ["orders"],
      config: [
        value("alpha", "0.1", "0.3"),
        value("b", null, "1"),
        value("c", "1", null),
        value("d", "1", "2"),
      ],
      environment: [value("pandas", "2.1.0", "2.2.0")],
    };
    const message = whole(sampleFacts({ others }));
    expect(message).toContain(
      "Input: `orders`\nConfiguration: `alpha` `0.1` → `0.3`, `b` added and 2 more\nEnvironment: `pandas` `2.1.0` → `2.2.0`",
    );
    for (const absent of ["Input", "Configuration", "Environment"])
      expect(whole(sampleFacts())).not.toContain(absent);
  });

  it("does not put a commit forward that the last good run had, too", () => {
    const git = { commit: "5f3b8d0", sameCommit: true, dirty: true, author: "Deniz", subject: "Fill" };
    const message = whole(sampleFacts({ git }));
    expect(message).toContain("Same commit `5f3b8d0`, with uncommitted changes");
    expect(message).not.toContain("Deniz");
  });

  it("names a run that failed outside of its nodes, and one that has no name yet", () => {
    const failure = { node: null, type: "Error", message: "no data", place: null };
    expect(whole(sampleFacts({ failure }))).toContain("growth_features #1288 failed\n");
    const { run } = sampleFacts();
    const bare = whole(sampleFacts({ pipeline: null, run: { ...run, number: null }, failure: null }));
    expect(bare).toContain("Run 019f0000 failed");
  });

  it("can neither call people nor make links out of what pipelines say", () => {
    const evil = "<!channel> <!here> @everyone <https://evil.example|click> & `x` ```y``` *bold*";
    const facts = sampleFacts({
      environment: evil,
      pipeline: evil,
      owner: evil,
      failure: { node: evil, type: evil, message: evil, place: { file: evil, line: 1, function: evil } },
      code: { kind: "other", from: "a", to: "b", nodes: { changed: [evil], added: [evil], removed: [evil] } },
      git: { commit: evil, sameCommit: false, dirty: null, author: evil, subject: evil },
      others: {
        inputs: [evil],
        config: [{ path: evil, before: evil, after: evil }],
        environment: [{ path: evil, before: null, after: evil }],
      },
      skipped: { count: 1, names: [evil] },
    });
    const { text } = failureMessage(facts, PUBLIC);
    for (const one of [text, whole(facts)]) {
      expect(one).not.toMatch(/<!(?!date\^)/);
      expect(one).not.toMatch(/@(channel|here|everyone)\b/);
      expect(one).not.toContain("<https://evil");
    }
    const blocks = failureMessage(facts, PUBLIC).blocks.filter((block) => block.type !== "header");
    expect(JSON.stringify(blocks).match(/"mrkdwn"/g)?.length).toBe(
      JSON.stringify(blocks).match(/"verbatim":true/g)?.length,
    );
  });
});

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 5000 }),
  fc.constantFrom(
    "&".repeat(5000),
    "<!here>".repeat(900),
    "`".repeat(4000),
    "\n".repeat(3000),
    "😀".repeat(4000),
  ),
);
const maybe = fc.option(text);
const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") });
const ref = fc.record({ id: fc.uuid(), number: fc.option(fc.nat()), startedAt: date });
const names = fc.array(text, { maxLength: 6 });
const values = fc.array(fc.record({ path: text, before: maybe, after: maybe }), { maxLength: 6 });
const facts: fc.Arbitrary<FailureFacts> = fc.record({
  failureId: fc.option(fc.uuid()),
  organization: fc.constant("kestrel"),
  project: fc.constant("forecasting"),
  environment: maybe,
  pipeline: maybe,
  run: fc.record({
    id: fc.uuid(),
    number: fc.option(fc.nat()),
    startedAt: date,
    finishedAt: fc.option(date),
  }),
  failure: fc.option(
    fc.record({
      node: maybe,
      type: text,
      message: text,
      place: fc.option(fc.record({ file: text, line: fc.option(fc.nat()), function: maybe })),
    }),
  ),
  owner: maybe,
  streak: fc.record({ count: fc.integer({ min: 1, max: 1000 }), first: ref }),
  lastGood: fc.option(ref),
  code: fc.oneof(
    fc.constant({ kind: "unknown" as const }),
    fc.record({ kind: fc.constant("same" as const), version: text }),
    fc.record({
      kind: fc.constant("other" as const),
      from: text,
      to: text,
      nodes: fc.option(fc.record({ changed: names, added: names, removed: names })),
    }),
  ),
  git: fc.option(
    fc.record({
      commit: text,
      sameCommit: fc.option(fc.boolean()),
      dirty: fc.option(fc.boolean()),
      author: maybe,
      subject: maybe,
    }),
  ),
  others: fc.option(fc.record({ inputs: names, config: values, environment: values })),
  skipped: fc.record({ count: fc.nat(), names }),
});

describe("any message", () => {
  it("stays within Slack's limits when everything there is differs", () => {
    const long = "&".repeat(500);
    const five = Array(5).fill(long);
    const values = five.map(() => ({ path: long, before: long, after: long }));
    const all = sampleFacts({
      code: { kind: "other", from: long, to: long, nodes: { changed: five, added: five, removed: five } },
      git: { commit: long, sameCommit: false, dirty: true, author: long, subject: long },
      others: { inputs: five, config: values, environment: values },
    });
    for (const { text, limit } of texts(failureMessage(all, PUBLIC).blocks))
      expect(text.length).toBeLessThanOrEqual(limit);
  });

  it("keeps Slack's limits and is made of whole marks", () => {
    fc.assert(
      fc.property(facts, (any) => {
        const { text: fallback, blocks } = failureMessage(any, PUBLIC);
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(fallback.length).toBeLessThanOrEqual(SLACK.text);
        expect(fallback).not.toMatch(/[<>]/);
        for (const { text, limit } of texts(blocks)) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(limit);
          const rest = text.replace(/<(?:https:\/\/heddle\.example\/[^<>|]*|!date\^[^<>|]*)\|[^<>|]*>/g, "");
          expect(rest).not.toMatch(/[<>]/);
          expect(text).not.toMatch(/&(?!(?:amp|lt|gt);)/);
          expect(text).not.toMatch(/@(channel|here|everyone)\b/i);
        }
        for (const block of blocks)
          if (block.type === "section" && "fields" in block)
            expect(block.fields.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe("the test message", () => {
  it("says what it is and where it came from", () => {
    const names = { organization: "kestrel", project: "forecasting", channel: "<!here> #oncall" };
    const { text, blocks } = testMessage(names, `${PUBLIC}/`);
    expect(text).toContain("kestrel / forecasting");
    const all = JSON.stringify(blocks);
    expect(all).toContain("<https://heddle.example/kestrel/forecasting/alerts|Alerts>");
    expect(all).not.toContain("<!here>");
  });
});
