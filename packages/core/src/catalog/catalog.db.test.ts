import { createTestDatabase } from "@heddle/db/testing";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { readCatalogFacets } from "./facets";
import { listCatalogNodesInput, listCatalogPipelinesInput, readCatalogFacetsInput } from "./inputs";
import { listCatalogNodes } from "./nodes";
import { listCatalogPipelines } from "./pipelines";
import { catalogRun } from "./testing/catalog-run";

const NOW = new Date("2026-11-20T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() - 3_600_000 + minutes * 60_000);
const LONG = `long_${"x".repeat(600)}`;

const GROWTH = [
  { name: "spend", kind: "input" as const, doc: "What was paid.\nFor each day.", module: "io.ts" },
  {
    name: "spend_usd",
    dependencies: ["spend"],
    doc: "In dollars",
    module: "features/spend.ts",
    owner: "Mara",
  },
  {
    name: "100%_done",
    dependencies: ["spend_usd", "spend"],
    module: "features/spend.ts",
    tags: { team: "growth" },
  },
  { name: "score", dependencies: ["spend_usd"], owner: "Jun", tags: { team: "growth" } },
];

let project: StoredProject;
let other: StoredProject;
beforeAll(async () => {
  const db = await createTestDatabase();
  project = await storedProject(db, NOW);
  other = await storedProject(db, NOW);
  const old = catalogRun({ pipeline: "growth", nodes: [{ name: "forgotten" }], startedAt: at(0) });
  const good = catalogRun({ pipeline: "growth", nodes: GROWTH, startedAt: at(1) });
  const bad = catalogRun({ pipeline: "growth", nodes: GROWTH, failed: "100%_done", startedAt: at(2) });
  const long = catalogRun({ pipeline: LONG, nodes: [{ name: LONG }, { name: "spend" }], startedAt: at(3) });
  for (const run of [old, good, bad, long]) await project.store(run.events);
  await other.store(
    catalogRun({ pipeline: "theirs", nodes: [{ name: "spend_theirs" }], startedAt: at(4) }).events,
  );
});

const list = (input: object = {}, { ctx } = project) =>
  listCatalogNodes({ ctx, input: listCatalogNodesInput.parse(input) });
const names = async (input: object) =>
  (await list(input)).nodes.map(({ name, pipeline }) => `${pipeline}/${name}`);
const facets = (input: object = {}) =>
  readCatalogFacets({ ctx: project.ctx, input: readCatalogFacetsInput.parse(input) });

test("the nodes of the newest versions, with what became of them", async () => {
  const { nodes } = await list();
  expect(nodes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["100%_done", LONG, "score", "spend"]),
  );
  expect(nodes).toHaveLength(6);
  const of = (name: string) => nodes.find((node) => node.name === name && node.pipeline === "growth");
  expect(of("spend")).toMatchObject({
    ...{ doc: "What was paid.", kind: "input", usedBy: 2, status: "succeeded", module: "io.ts" },
    ...{
      output: { shape: "table", rows: 1000, columnCount: 3 },
      run: { number: 3, startedAt: at(2).toISOString() },
    },
  });
  expect(of("100%_done")).toMatchObject({ status: "failed", usedBy: 0, output: null });
  expect(of("score")).toMatchObject({ status: "skipped", owner: "Jun" });
});

test.each([
  ["spend_usd", ["growth/spend_usd"]],
  ["DOLLARS", ["growth/spend_usd"]],
  ["features/", ["growth/100%_done", "growth/spend_usd"]],
  ["spend_usd_2", ["growth/spend_usd"]],
  ["0%_", ["growth/100%_done"]],
  ["dollars nothing", []],
  ["forgotten", []],
  ["theirs", []],
])("%s finds %j", async (q, found) => expect((await names({ q })).sort()).toEqual(found));

test("columns that were found are named", async () => {
  const { nodes } = await list({ q: "spend_usd_2" });
  expect(nodes[0]?.columns).toEqual(["spend_usd_2"]);
});

test.each([
  [{ health: ["failed"] }, ["growth/100%_done"]],
  [{ kind: ["input"] }, ["growth/spend"]],
  [{ owner: ["Mara", "Jun"] }, ["growth/score", "growth/spend_usd"]],
  [{ tag: ["team=growth"], owner: ["Jun"] }, ["growth/score"]],
  [{ shape: ["table"], pipeline: ["growth"] }, ["growth/spend", "growth/spend_usd"]],
  [{ pipeline: [LONG], q: "spend" }, [`${LONG}/spend`]],
])("what passes %#", async (filter, found) => expect((await names(filter)).sort()).toEqual(found));

test("a facet counts without itself and with the rest", async () => {
  const { found, total, pipelines, values } = await facets({ health: ["failed"], pipeline: ["growth"] });
  expect({ found, total, pipelines }).toEqual({ found: 1, total: 6, pipelines: 2 });
  expect(values.health).toEqual([
    { value: "failed", count: 1 },
    { value: "succeeded", count: 2 },
    { value: "skipped", count: 1 },
  ]);
  expect(values.pipeline).toEqual([{ value: "growth", count: 1 }]);
  expect(values.tag).toEqual([{ value: "team=growth", count: 1 }]);
  expect((await facets({ q: "spend" })).values.pipeline).toEqual([
    { value: "growth", count: 3 },
    { value: LONG, count: 1 },
  ]);
});

test("pages put together are the whole list, in either order", async () => {
  for (const order of ["name", "module"]) {
    const whole = await names({ order });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 7 }), async (limit) => {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await list({ order, limit, cursor });
          seen.push(...page.nodes.map(({ name, pipeline }) => `${pipeline}/${name}`));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(seen).toEqual(whole);
      }),
      { numRuns: 7 },
    );
  }
  expect((await list({ order: "module" })).nodes.map(({ module }) => module)).toEqual([
    ...["features/spend.ts", "features/spend.ts", "io.ts", null, null, null],
  ]);
});

test("nodes whose names have what is searched come before those that only speak of it", async () => {
  expect(await names({ q: "spend", pipeline: ["growth"] })).toEqual([
    ...["growth/spend", "growth/spend_usd", "growth/100%_done"],
  ]);
});

test("a cursor that no list gave out is refused", async () => {
  const cursor = Buffer.from(JSON.stringify(["spend", "growth"])).toString("base64url");
  await expect(list({ cursor })).rejects.toMatchObject({ code: "invalid" });
});

test("pipelines with their newest run and how the last ones ended", async () => {
  const page = await listCatalogPipelines({
    ...{ ctx: project.ctx, input: listCatalogPipelinesInput.parse({ q: "gro" }), ingestUpSince: at(0) },
  });
  expect(page).toMatchObject({
    pipelines: [
      {
        name: "growth",
        runs: 3,
        nodes: 4,
        versions: 2,
        ended: 3,
        succeeded: 2,
        last: { number: 3, status: "failed" },
      },
    ],
    nextCursor: null,
  });
  const input = listCatalogPipelinesInput.parse({ limit: 1 });
  const first = await listCatalogPipelines({ ctx: project.ctx, input, ingestUpSince: at(0) });
  const cursor = first.nextCursor;
  const second = await listCatalogPipelines({
    ctx: project.ctx,
    input: { ...input, cursor },
    ingestUpSince: at(0),
  });
  expect([...first.pipelines, ...second.pipelines].map(({ name }) => name).sort()).toEqual(["growth", LONG]);
  expect(second.nextCursor).toBeNull();
});
