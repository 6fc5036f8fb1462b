import { createDatabase, type Database, withScopeClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { search } from "../search/search";
import { readCatalogFacets } from "./facets";
import { listCatalogNodesInput, listCatalogPipelinesInput, readCatalogFacetsInput } from "./inputs";
import { listCatalogNodes } from "./nodes";
import { listCatalogPipelines } from "./pipelines";
import { fillLargeProject } from "./testing/large-project";

const NOW = new Date("2026-11-20T12:00:00Z");
const SIZE = { pipelines: 40, nodes: 50, most: 2000, runs: 500 };
const NODES = 39 * SIZE.nodes + SIZE.most;
const LONG_AGO = new Date(0);

interface Plan {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Relation Name"?: string;
  Plans?: Plan[];
}

let db: Database;
let project: StoredProject;
beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  project = await storedProject(db, NOW);
  await fillLargeProject(db, project.ctx.scope.projectId, SIZE, NOW);
  return () => db.close();
}, 120_000);

/** Rows that a plan took from a table, whether it kept them or not. */
function rowsRead(plan: Plan, table: RegExp): number {
  const each = plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0);
  const own = table.test(plan["Relation Name"] ?? "") ? each * plan["Actual Loops"] : 0;
  return own + (plan.Plans ?? []).reduce((sum, child) => sum + rowsRead(child, table), 0);
}

/** Runs a verb, explains each statement that it sent, and adds up the rows that they read of two kinds. */
async function cost(verb: () => Promise<unknown>): Promise<{ runs: number; others: number }> {
  const connect = db.pool.connect.bind(db.pool);
  const client = await connect();
  const query = vi.spyOn(client, "query");
  client.release();
  await verb();
  const sent = query.mock.calls.map(([text, values]) => ({ text: String(text), values }));
  query.mockRestore();
  const reads = sent.filter(({ text }) => /^\s*(select|with|\()/i.test(text) && !text.includes("set_config"));
  expect(reads.length).toBeGreaterThan(0);
  return await withScopeClient(db, project.ctx.scope, async (scoped) => {
    const sum = { runs: 0, others: 0 };
    for (const { text, values } of reads) {
      const given = Array.isArray(values) ? values : [];
      const explained = await scoped.query(`explain (analyze, format json) ${text}`, given);
      const plan: Plan = explained.rows[0]["QUERY PLAN"][0].Plan;
      sum.runs += rowsRead(plan, /^run(_|$)/);
      sum.others += rowsRead(plan, /^(?!run(_|$))./);
    }
    return sum;
  });
}

const nodes = (input: object) => () =>
  listCatalogNodes({ ctx: project.ctx, input: listCatalogNodesInput.parse(input) });
const facets = (input: object) => () =>
  readCatalogFacets({ ctx: project.ctx, input: readCatalogFacetsInput.parse(input) });
const find = (q: string) => () =>
  search({ ctx: project.ctx, input: { q, runsOnly: false }, ingestUpSince: LONG_AGO });

test.each([
  ["a page", nodes({})],
  ["a page by module", nodes({ order: "module" })],
  ["a search", nodes({ q: "spent 77" })],
  ["a search for a column", nodes({ q: "local" })],
  ["those that failed", nodes({ health: ["failed"], shape: ["table"] })],
  ["the facets", facets({ q: "spent", health: ["failed"] })],
  ["the palette", find("feature_77")],
  ["a text that is nowhere", find("nowhere")],
])("%s reads the newest runs' nodes and never the history", async (_, verb) => {
  const { runs, others } = await cost(verb);
  // Twenty runs of each pipeline are looked at for one with a code version.
  expect(runs).toBeLessThan(SIZE.pipelines * 50);
  expect(others).toBeLessThan(NODES * 9);
});

test("pipelines read thirty runs each, and a run is found by number in one pass over the index of its project", async () => {
  const input = listCatalogPipelinesInput.parse({});
  const pipelines = () => listCatalogPipelines({ ctx: project.ctx, input, ingestUpSince: LONG_AGO });
  expect((await cost(pipelines)).runs).toBeLessThan(SIZE.pipelines * 35);
  expect((await cost(find("#123"))).runs).toBeLessThan(SIZE.pipelines * SIZE.runs * 1.5);
});

test("no list is longer than its limit", async () => {
  expect((await nodes({ limit: 200 })()).nodes).toHaveLength(200);
  const { values } = await facets({})();
  expect(Object.values(values).every(({ length }) => length <= 60)).toBe(true);
  const found = await find("feature")();
  expect([found.nodes.length, found.more.nodes]).toEqual([6, true]);
});
