import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { catalogRun } from "../catalog/testing/catalog-run";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { search } from "./search";

const NOW = new Date("2026-11-20T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() - 3_600_000 + minutes * 60_000);
const COMMIT = "c0ffee1234567890c0ffee1234567890c0ffee12";

const GROWTH = [
  { name: "unspent" },
  { name: "avg_spend" },
  { name: "spend_usd" },
  { name: "spend", doc: "What was paid" },
  { name: "weeklySpend" },
  { name: "total", doc: "All that we spend" },
  { name: "spendthrift" },
  { name: "spend_by_day" },
];

let project: StoredProject;
const good = catalogRun({ pipeline: "growth", nodes: GROWTH, startedAt: at(1), commit: COMMIT });
const bad = catalogRun({ pipeline: "growth", nodes: GROWTH, failed: "spend", startedAt: at(2) });
const spend = catalogRun({ pipeline: "daily spend", nodes: [{ name: "other" }], startedAt: at(3) });
const theirs = catalogRun({
  pipeline: "spend theirs",
  nodes: [{ name: "spend" }],
  startedAt: at(1),
  commit: COMMIT,
});

beforeAll(async () => {
  const db = await createTestDatabase();
  project = await storedProject(db, NOW);
  for (const run of [good, bad, spend]) await project.store(run.events);
  const other = await storedProject(db, NOW);
  await other.store(theirs.events);
});

const find = (q: string, runsOnly = false) =>
  search({ ctx: project.ctx, input: { q, runsOnly }, ingestUpSince: at(0) });
const runIds = async (q: string, runsOnly = false) => (await find(q, runsOnly)).runs.map(({ id }) => id);

test("names that are the word, begin with it, have a word that does, have it, and six of them", async () => {
  const { nodes, pipelines, more } = await find("Spend");
  expect(nodes.map(({ name }) => name)).toEqual([
    ...["spend", "spend_usd", "spendthrift", "spend_by_day", "avg_spend", "weeklySpend"],
  ]);
  expect(more.nodes).toBe(true);
  expect(pipelines.map(({ name }) => name)).toEqual(["daily spend"]);
  expect(nodes[0]).toMatchObject({ status: "failed", doc: "What was paid", run: { lastGood: good.runId } });
});

test("a doc and a column find a node after those whose names do", async () => {
  expect((await find("that we")).nodes.map(({ name }) => name)).toEqual(["total"]);
  expect((await find("avg_spend_1")).nodes).toMatchObject([{ name: "avg_spend", columns: ["avg_spend_1"] }]);
});

test("a run by number, by the beginning of its id, by its commit", async () => {
  expect(await runIds("#2")).toEqual([bad.runId]);
  expect(await runIds("1")).toEqual([spend.runId, good.runId]);
  expect(await runIds(bad.runId.toUpperCase().slice(0, 20))).toContain(bad.runId);
  expect(await runIds(bad.runId)).toEqual([bad.runId]);
  // The version of a commit has runs of other commits: the newest of them are found, too.
  expect(await runIds(COMMIT.slice(0, 7))).toContain(good.runId);
  expect(await runIds("deadbeef")).toEqual([]);
});

test("a version by the beginning of its hash", async () => {
  const { versions } = await find(good.hash.slice(0, 9));
  expect(versions).toMatchObject([{ hash: good.hash, pipeline: "growth", nodes: GROWTH.length }]);
});

test("runs only: of pipelines by name, or the newest", async () => {
  expect(await runIds("grow", true)).toEqual([bad.runId, good.runId]);
  expect(await runIds("", true)).toEqual([spend.runId, bad.runId, good.runId]);
  expect(await find("spend", true)).toMatchObject({ nodes: [], pipelines: [], versions: [] });
});

test.each(["", "  ", "%", "_", "\\", "spend theirs", "'; drop"])(
  "%j finds nothing that is not there",
  async (q) => {
    const found = await find(q);
    for (const { name, columns } of found.nodes) {
      expect(q.trim() !== "" && [name, ...columns].some((text) => text.includes(q.trim()))).toBe(true);
    }
    expect([...found.runs, ...found.pipelines, ...found.versions]).toEqual([]);
  },
);
