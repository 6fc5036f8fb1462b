import { createUuidV7 } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { readRunFacets } from "../facets";
import { readRunHistogram } from "../histogram";
import { listRunsInput } from "../inputs";
import { listRuns } from "../list";
import { type Sent, type StoredProject, storedProject } from "../testing/stored-project";
import { runFilterInput } from "./inputs";

const NOW = new Date("2026-11-20T12:00:00Z");
const LONG_AGO = new Date(0);
const HOUR = 3_600_000;
const VERSION = { a: "4fd1".padEnd(64, "a"), b: "9999".padEnd(64, "b") };

/** Runs by a letter, from the oldest to the newest, an hour apart, the last an hour ago. */
const RUNS: Record<string, Partial<Extract<Sent, { type: "run.started" }>> & { error?: string }> = {
  a: { pipeline: "daily", tags: { env: "prod", region: "eu" }, codeVersion: VERSION.a },
  b: { pipeline: "daily", tags: { env: "prod", region: "us" }, codeVersion: VERSION.b, error: "100% of 5_0" },
  c: { pipeline: "hourly", tags: { env: "test" }, trigger: "schedule", config: { rows: 1 } },
  d: { pipeline: "hourly", tags: { env: "test" }, error: "Broken Pipe", config: { rows: 2 } },
  e: { pipeline: "weekly", git: { ...git(), commit: "abcdef12", branch: "fix/prices", author: "Ada" } },
};

function git() {
  return { commit: "", branch: null, dirty: null, remote: null, author: null, message: null };
}

let db: TestDatabase;
let project: StoredProject;
let ids: Record<string, string>;

async function fill() {
  const made = await storedProject(db, NOW);
  const letters = Object.keys(RUNS);
  const idOf = (at: number) => createUuidV7(NOW.getTime() - (letters.length - at) * HOUR);
  const runIds = Object.fromEntries(letters.map((letter, at) => [letter, idOf(at)]));
  for (const letter of letters) {
    const { error, ...start } = RUNS[letter] ?? {};
    const runId = runIds[letter] ?? "";
    const report = error && { type: "E", message: error, stack: "", frames: [], causes: [] };
    const startedAt = NOW.toISOString();
    await made.store([
      { type: "run.started", pipeline: "", startedAt, ...start, runId },
      {
        type: "run.finished",
        runId,
        status: error ? "failed" : "succeeded",
        finishedAt: startedAt,
        ...(report && { error: report }),
      },
    ]);
  }
  return { made, runIds };
}

beforeAll(async () => {
  db = await createTestDatabase();
  await fill();
  const { made, runIds } = await fill();
  project = made;
  ids = runIds;
});

async function found(input: object): Promise<string> {
  const page = await listRuns({
    ctx: project.ctx,
    input: listRunsInput.parse(input),
    ingestUpSince: LONG_AGO,
  });
  const letters = page.runs.map(({ id }) => Object.keys(ids).find((letter) => ids[letter] === id) ?? "?");
  return letters.join("");
}

const at = (hoursAgo: number) => new Date(NOW.getTime() - hoursAgo * HOUR).toISOString();

test.each([
  [{}, "edcba"],
  [{ status: ["failed", "running"] }, "db"],
  [{ status: ["failed", "succeeded"], pipeline: "daily" }, "ba"],
  [{ pipeline: ["daily", "weekly"] }, "eba"],
  [{ pipeline: ["daily", "none"] }, "ba"],
  [{ pipeline: "none" }, ""],
  [{ version: "4fd1" }, "a"],
  [{ version: VERSION.b }, "b"],
  [{ version: "4fd2" }, ""],
  [{ tag: "env:prod" }, "ba"],
  [{ tag: "env:\ud800" }, ""],
  [{ tag: ["env:prod", "region:us"] }, "b"],
  [{ tag: ["env:prod", "env:test"] }, "dcba"],
  [{ tag: ["env:prod", "region:eu"], status: "failed" }, ""],
  [{ from: at(3.5) }, "edc"],
  [{ to: at(3.5) }, "ba"],
  [{ from: at(4.5), to: at(1.5) }, "dcb"],
  [{ last: "24h", to: at(1.5) }, "dcba"],
  [{ text: "#1" }, "eca"],
  [{ text: "#2", pipeline: "hourly" }, "d"],
  [{ text: "#1,000" }, ""],
  [{ text: "broken pipe" }, "d"],
  [{ text: "100% of" }, "b"],
  [{ text: "5_0" }, "b"],
  [{ text: "5%0" }, ""],
  [{ text: "schedule" }, "c"],
  [{ text: "fix/" }, "e"],
  [{ text: "ada" }, "e"],
  [{ text: "abcdef1" }, "e"],
  [{ text: "us" }, "b"],
  [{ text: "4fd1aaaaaa" }, "a"],
  [{ changed: "config" }, "d"],
  [{ changed: ["config", "code"], status: "succeeded" }, ""],
])("%j finds %s", async (input, letters) => expect(await found(input)).toBe(letters));

test("an id, whole or how it begins, finds its run", async () => {
  expect(await found({ text: ids.c })).toBe("c");
  expect(await found({ text: ids.c?.toUpperCase() })).toBe("c");
  expect(await found({ text: ids.c?.replaceAll("-", "").slice(0, 16) })).toBe("c");
  expect(await found({ text: createUuidV7() })).toBe("");
});

test.each([
  [{ version: "xyz" }],
  [{ tag: "env" }],
  [{ tag: ":prod" }],
  [{ status: [] }],
  [{ from: "yesterday" }],
  [{ text: "a\0b" }],
])("%j is refused", (input) => expect(listRunsInput.safeParse(input).success).toBe(false));

test("pages of several leads put together are the whole list", async () => {
  const input = { status: ["failed", "succeeded"], text: "e", limit: 1 };
  let cursor: string | null = null;
  const seen: string[] = [];
  do {
    const parsed = listRunsInput.parse({ ...input, cursor });
    const page = await listRuns({ ctx: project.ctx, input: parsed, ingestUpSince: LONG_AGO });
    seen.push(...page.runs.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([ids.e, ids.d, ids.c, ids.b, ids.a]);
});

test("the histogram counts what passes by status, with empty spans between", async () => {
  const of = (input: object) =>
    readRunHistogram({ ctx: project.ctx, input: runFilterInput.parse(input), ingestUpSince: LONG_AGO });
  const whole = await of({ last: "24h" });
  expect(whole).toMatchObject({ widthMs: 15 * 60_000, countedFrom: null });
  expect(whole.buckets).toHaveLength(97);
  const lit = whole.buckets.filter(({ counts }) => Object.keys(counts).length > 0);
  expect(lit.map(({ counts }) => Object.keys(counts).join())).toEqual([
    "succeeded",
    "failed",
    "succeeded",
    "failed",
    "succeeded",
  ]);
  expect(lit[1]?.start).toBe(at(4));
  const failed = (await of({ status: "failed", tag: "env:test" })).buckets.flatMap(({ counts }) =>
    Object.entries(counts),
  );
  expect(failed).toEqual([["failed", 1]]);
});

test("counts of a field leave out the filter on that field", async () => {
  const of = (input: object) =>
    readRunFacets({ ctx: project.ctx, input: runFilterInput.parse(input), ingestUpSince: LONG_AGO });
  expect(await of({})).toEqual({
    total: 5,
    newest: null,
    statuses: expect.arrayContaining([
      { status: "succeeded", count: 3 },
      { status: "failed", count: 2 },
    ]),
    pipelines: [
      { name: "daily", count: 2 },
      { name: "hourly", count: 2 },
      { name: "weekly", count: 1 },
    ],
    tags: [
      {
        key: "env",
        values: [
          { value: "prod", count: 2 },
          { value: "test", count: 2 },
        ],
      },
      {
        key: "region",
        values: [
          { value: "eu", count: 1 },
          { value: "us", count: 1 },
        ],
      },
    ],
  });
  const narrowed = await of({ status: "failed", pipeline: "daily", tag: "region:us" });
  expect(narrowed.total).toBe(1);
  expect(narrowed.statuses).toEqual([{ status: "failed", count: 1 }]);
  expect(narrowed.pipelines).toEqual([{ name: "daily", count: 1 }]);
  expect(narrowed.tags).toEqual([
    { key: "env", values: [{ value: "prod", count: 1 }] },
    { key: "region", values: [{ value: "us", count: 1 }] },
  ]);
});
