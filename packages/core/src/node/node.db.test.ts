import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateRun } from "../alert/incident/evaluate-run";
import { listFailures } from "../failure/list";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { getNodeChange } from "./change";
import { listNodeCodes } from "./codes";
import { listNodeFailures } from "./failures";
import { getNodePage } from "./get";
import { getNodeHistory } from "./history";
import { nodeHistoryInput } from "./inputs";
import { storeRun } from "./testing/node-runs";

const NOW = new Date("2026-11-20T12:00:00Z");
const HOUR = 3_600_000;
const FIRST = ["a = 1", "b = 1", "c = 1"] as const;

const numbers = (mean: number) => [mean - 1, mean, mean, mean + 1, null];

let project: StoredProject;
/** Two runs; one with other code in c, one with other code in a, one with other code in b that fails, one good. */
const runs: { runId: string; version: string }[] = [];

beforeAll(async () => {
  const db = await createTestDatabase();
  project = await storedProject(db, NOW);
  const told: [code: [string, string, string], value: unknown][] = [
    [[...FIRST], numbers(10)],
    [[...FIRST], numbers(11)],
    [["a = 1", "b = 1", "c = 2"], numbers(10)],
    [["a = 2", "b = 1", "c = 2"], numbers(30)],
    [["a = 2", "b = 2", "c = 2"], undefined],
    [["a = 2", "b = 2", "c = 2"], numbers(31)],
  ];
  for (const [index, [code, value]] of told.entries()) {
    runs.push(await storeRun(project, { at: NOW.getTime() - (told.length - index) * HOUR, code, value }));
  }
});

const id = (index: number) => runs[index]?.runId ?? "";
const history = (input: object = {}) =>
  getNodeHistory({
    ctx: project.ctx,
    input: nodeHistoryInput.parse({ pipeline: "p", node: "b", ...input }),
    ingestUpSince: new Date(0),
  });

describe("history", () => {
  test("each run with what it recorded of the value, oldest first", async () => {
    const found = await history();
    expect(found.runs.map(({ id: runId }) => runId)).toEqual(runs.map(({ runId }) => runId));
    expect(found.runs.map(({ figures }) => figures?.mean ?? null)).toEqual([10, 11, 10, 30, null, 31]);
    expect(found.runs[0]?.figures).toMatchObject({
      p50: 10,
      min: 9,
      max: 11,
      missing: 0.2,
      zeros: 0,
      rows: 5,
    });
    expect(found.runs[0]?.node).toEqual({ status: "succeeded", attempt: 0, durationMs: 20 });
    expect(found.runs[4]).toMatchObject({ status: "failed", node: { status: "failed" }, figures: null });
    expect(found).toMatchObject({ column: "", kind: "numeric", task: "", tasks: [""], hasOlder: false });
    expect(found.distribution?.cells.map((row) => row !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  test("what changed in code, seen from the node", async () => {
    const { runs: found } = await history();
    const step = (version: boolean, own: boolean, upstream: boolean) => ({ version, own, upstream });
    expect(found.map(({ code }) => code)).toEqual([
      null,
      step(false, false, false),
      step(true, false, false),
      step(true, false, true),
      step(true, true, false),
      step(false, false, false),
    ]);
    const revisions = found.map(({ revision }) => revision);
    expect(revisions[2]).toBe(revisions[0]);
    expect(new Set(revisions).size).toBe(3);
    expect(found.map(({ marks }) => marks?.code ?? null)).toEqual([null, false, true, true, true, false]);
  });

  test("the newest so many, compared with the one before them, and a range between two runs", async () => {
    const newest = await history({ limit: 2 });
    expect(newest.runs.map((run) => run.id)).toEqual([id(4), id(5)]);
    expect(newest.hasOlder).toBe(true);
    expect(newest.runs[0]?.code?.own).toBe(true);
    const between = await history({ from: id(3), to: id(1) });
    expect(between.runs.map((run) => run.id)).toEqual([id(1), id(2), id(3)]);
  });

  test("a column that does not exist has no figures, a node that returned nothing no columns", async () => {
    const none = await history({ column: "nope" });
    expect(none.runs.every(({ figures }) => figures === null)).toBe(true);
    const bare = await history({ node: "a" });
    expect(bare).toMatchObject({ column: null, columns: [], distribution: null });
    expect(bare.runs.every(({ node }) => node === null)).toBe(true);
  });
});

test("the definition, as of the newest version and as of a run", async () => {
  const page = (input: object = {}) =>
    getNodePage({ ctx: project.ctx, input: { pipeline: "p", node: "b", ...input } });
  const newest = await page();
  expect(newest).toMatchObject({
    ...{ name: "b", kind: "function", path: "features.py", startLine: 2, removed: false },
    upstream: [{ name: "a", status: "skipped" }],
    downstream: [],
    run: { id: id(5), status: "succeeded" },
    source: { code: "b = 2" },
    unchanged: { first: false },
  });
  expect((await page({ run: id(0) })).source?.code).toBe("b = 1");
});

test("distinct codes with the runs that ran them, newest first", async () => {
  const { codes } = await listNodeCodes({ ctx: project.ctx, input: { pipeline: "p", node: "b" } });
  expect(codes.map(({ source }) => source?.code)).toEqual(["b = 2", "b = 1"]);
  expect(codes.map(({ firstRun, lastRun }) => [firstRun?.id, lastRun?.id])).toEqual([
    [id(4), id(5)],
    [id(0), id(3)],
  ]);
  expect(codes.map(({ versions }) => versions.length)).toEqual([1, 3]);
});

test("failures of the node, same ones together", async () => {
  const found = await listNodeFailures({ ctx: project.ctx, input: { pipeline: "p", node: "b" } });
  expect(found.runs).toBe(6);
  expect(found.failures).toMatchObject([
    {
      error: { type: "ValueError", message: "b broke" },
      runs: 1,
      lastRun: { id: id(4) },
      firstRun: { id: id(4) },
    },
  ]);
  expect(
    (await listNodeFailures({ ctx: project.ctx, input: { pipeline: "p", node: "a" } })).failures,
  ).toEqual([]);
});

test("a failure leads to the page of its group, in whatever environment", async () => {
  const other = await storedProject(project.ctx.db, NOW);
  const code = [...FIRST] as [string, string, string];
  const tags = { environment: "production" };
  const { runId } = await storeRun(other, { at: NOW.getTime() - HOUR, code, value: undefined, tags });
  await evaluateRun({ ctx: other.ctx, input: { runId } });
  const { failures } = await listNodeFailures({ ctx: other.ctx, input: { pipeline: "p", node: "b" } });
  const listed = await listFailures({ ctx: other.ctx, input: {} });
  expect(failures.map(({ failureId }) => failureId)).toEqual(listed.failures.map(({ id: group }) => group));
  expect(failures).toHaveLength(1);
});

test("what changed between two runs: the node, what it is computed from, and how much elsewhere", async () => {
  const change = (before: number, after: number) =>
    getNodeChange({ ctx: project.ctx, input: { node: "b", before: id(before), after: id(after) } });
  const all = await change(0, 5);
  expect(all.changed.map(({ name, hops, before, after }) => [name, hops, before?.code, after?.code])).toEqual(
    [
      ["b", 0, "b = 1", "b = 2"],
      ["a", 1, "a = 1", "a = 2"],
    ],
  );
  expect(all).toMatchObject({ more: 0, elsewhere: 1, known: true });
  expect(await change(0, 1)).toMatchObject({ changed: [], elsewhere: 0, known: true });
});

test("tasks: the first one, or the one that is asked for", async () => {
  const told = { at: NOW.getTime() - 1000, code: [...FIRST] as [string, string, string] };
  const other = await storedProject(project.ctx.db, NOW);
  await storeRun(other, { ...told, value: numbers(5), task: "x" });
  const ask = (input: object) =>
    getNodeHistory({
      ctx: other.ctx,
      input: nodeHistoryInput.parse({ pipeline: "p", node: "b", ...input }),
      ingestUpSince: new Date(0),
    });
  expect(await ask({})).toMatchObject({ task: "x", tasks: ["x"], runs: [{ figures: { mean: 5 } }] });
  expect(await ask({ task: "y" })).toMatchObject({ task: "y", runs: [{ figures: null, node: null }] });
});

test("there are no other nodes and pipelines, and none of another project", async () => {
  const other = await storedProject(project.ctx.db, NOW);
  const gone = (path: string) => ({ code: "not_found", path });
  const ask = (ctx: StoredProject["ctx"], pipeline: string, node: string) =>
    getNodePage({ ctx, input: { pipeline, node } });
  await expect(ask(project.ctx, "p", "nope")).rejects.toMatchObject(gone("/node"));
  await expect(ask(project.ctx, "q", "b")).rejects.toMatchObject(gone("/pipeline"));
  await expect(ask(other.ctx, "p", "b")).rejects.toMatchObject(gone("/pipeline"));
});
