import {
  createUuidV7,
  isJson,
  isProfile,
  LIMITS,
  PROFILE_TYPE,
  profileSchema,
  telemetryEventSchema,
} from "@heddle/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sampleRun } from "../testing/sample-run";
import { isDeeperThan } from "./depth";
import { isPlainEvent } from "./is-plain-event";

const { events } = sampleRun(8, createUuidV7());
const histogram = { low: 0, high: 5.5, counts: [1, 0, 4] };
const profile = {
  shape: "table",
  dataType: "Array",
  rows: 5,
  columnCount: 4,
  sampledRows: null,
  columns: [
    {
      ...{ name: "", kind: "numeric", dataType: "number", count: 5, missing: 0 },
      distinct: { count: 5, exact: true },
      numeric: {
        ...{ nan: 0, infinite: 0, zeros: 1, negative: 0, min: -0.5, max: 5.5, mean: 2, std: null },
        quantiles: { p: [0.5], values: [2.5] },
        histogram,
      },
    },
    {
      ...{ name: "b", kind: "boolean", dataType: "boolean", count: 5, missing: 1 },
      ...{ distinct: { count: 2, exact: false }, top: [{ value: "true", count: 3 }] },
    },
    {
      ...{ name: "c", kind: "text", dataType: "string", count: 5, missing: 0 },
      ...{
        distinct: { count: 2, exact: true },
        text: { minLength: 0, maxLength: 4, meanLength: 1.5, empty: 1 },
      },
    },
    {
      ...{ name: "d", kind: "datetime", dataType: "Date", count: 5, missing: 0 },
      ...{ distinct: { count: 2, exact: true }, time: { min: "2026-01-01", max: null, histogram } },
    },
  ],
};
const whole = {
  ...{ type: "node.finished", seq: 0, runId: createUuidV7(), node: "n", task: "t", attempt: 0 },
  ...{ status: "succeeded", startedAt: "2026-11-20T10:00:00.000Z", finishedAt: "2026-11-20T10:00:00+01:00" },
  attributes: [{ name: "r", role: "result", type: PROFILE_TYPE, schemaVersion: 1, value: profile }],
};
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

/** What clients of all sorts might send instead of a member. */
const odd = fc.constantFrom<unknown>(
  ...[
    null,
    true,
    "",
    "x",
    0,
    -0,
    -1,
    0.5,
    1001,
    10_001,
    2 ** 53,
    2 ** 64,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  ],
  ...["n".repeat(LIMITS.nameLength), "n".repeat(LIMITS.nameLength + 1), "t".repeat(LIMITS.textLength + 1)],
  ...[
    "2026-02-30T00:00:00Z",
    "2026-11-20T10:00:00",
    "2026-11-20T10:00Z",
    createUuidV7(),
    createUuidV7().toUpperCase(),
  ],
  ...[[], {}, [null], { a: 1 }, deep(61), deep(62), deep(64), undefined],
  ...[Array(64).fill(1), Array(65).fill(1), Array(2001).fill(whole.attributes[0]), "failed", "node.started"],
);

interface Mutation {
  steps: number[];
  change: "replace" | "remove" | "add";
  by: unknown;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 9 }),
  change: fc.constantFrom("replace", "replace", "remove", "add"),
  by: odd,
});

/** Goes down by the steps for as long as there is something below, and changes a member of what it comes to. */
function mutate(root: unknown, { steps, change, by }: Mutation): void {
  let current = root as Record<string, unknown>;
  for (const [depth, step] of steps.entries()) {
    const keys = Object.keys(current);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const below = current[key];
    if (depth < steps.length - 1 && typeof below === "object" && below !== null) {
      current = below as Record<string, unknown>;
      continue;
    }
    if (change === "add") current[Array.isArray(current) ? String(keys.length) : "more"] = by;
    else if (change === "replace" || Array.isArray(current)) current[key] = by;
    else delete current[key];
    return;
  }
}

const mutated = (from: unknown) =>
  fc.array(mutation, { maxLength: 2 }).map((changes) => {
    const copy = structuredClone(from);
    // The second change may go into what the first has put in, which all runs share.
    for (const change of changes) mutate(copy, structuredClone(change));
    return copy;
  });

/** As many as find each of a dozen errors that were made on purpose. */
const RUNS = { numRuns: 3000 };

describe("isPlainEvent", () => {
  it("knows what clients usually send about nodes, and leaves the rest to the schema", () => {
    expect(isPlainEvent(whole)).toBe(true);
    for (const event of events) {
      const usual = event.type.startsWith("node.") && !("error" in event);
      expect(isPlainEvent(event)).toBe(usual);
    }
    expect(isPlainEvent({ ...whole, mood: "good" })).toBe(false);
  });

  it("takes nothing that the schema refuses, changes or finds too deep", () => {
    fc.assert(
      fc.property(fc.oneof(...[whole, ...events.slice(2)].map(mutated)), (event) => {
        if (!isPlainEvent(event)) return;
        expect(telemetryEventSchema.parse(event)).toEqual(event);
        expect(isDeeperThan(event, LIMITS.jsonDepth)).toBe(false);
      }),
      RUNS,
    );
  });
});

describe("isProfile", () => {
  it("agrees with the schema", () => {
    expect(isProfile(profile)).toBe(true);
    fc.assert(
      fc.property(mutated(profile), (value) => {
        expect(isProfile(value)).toBe(profileSchema.safeParse(value).success);
      }),
      RUNS,
    );
  });
});

describe("isJson", () => {
  it("takes no object of more members than are allowed", () => {
    const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [i, i]));
    expect(isJson(members(LIMITS.jsonMembers), 1)).toBe(true);
    expect(isJson(members(LIMITS.jsonMembers + 1), 1)).toBe(false);
  });

  it("agrees with zod, however deep", () => {
    fc.assert(
      fc.property(mutated({ a: [profile, { b: "c" }], d: 1 }), fc.nat({ max: 70 }), (value, levels) => {
        const expected = z.json().safeParse(value).success && !isDeeperThan(value, levels);
        expect(isJson(value, levels)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
