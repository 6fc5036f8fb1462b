import { PROFILE_TYPE } from "@heddle/contract";
import { createDatabase, type Database, withScopeClient, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { profileValue } from "@heddle/stats";
import { beforeAll, expect, test, vi } from "vitest";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { listNodeCodes } from "./codes";
import { listNodeFailures } from "./failures";
import { getNodePage } from "./get";
import { getNodeHistory } from "./history";
import { nodeHistoryInput } from "./inputs";
import { storeRun } from "./testing/node-runs";

const NOW = new Date("2026-11-20T12:00:00Z");
/** Runs of the pipeline beyond those that are looked at; 200,000 of them read the same rows. */
const RUNS = 20_000;
const PROFILED = 1200;

/** Runs over 30 days with a node run each; the newest have the profile of a value. */
const FILL = `
  with made as (
    select i, $2::timestamptz - make_interval(secs => (${RUNS} - i) * 30 * 86400.0 / ${RUNS}) as started
    from generate_series(1, ${RUNS}) i
  ), ids as (
    select i, started, (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7'
      || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id from made
  ), runs as (
    insert into run (project_id, id, pipeline_id, number, status, code_version, started_at, finished_at, last_seen_at)
    select $1, id, (select id from pipeline where project_id = $1 and name = 'p'), i + 10, 'succeeded', $3,
      started, started + interval '3 s', started from ids
  ), nodes as (
    insert into node_run (project_id, run_id, node, task, attempt, status, started_at, finished_at)
    select $1, id, 'b', '', 0, 'succeeded', started, started + interval '1 s' from ids
  ), attributes as (
    insert into node_attribute (project_id, run_id, node, task, name, role, type, schema_version, value, attempt, writer, seq)
    select $1, id, 'b', '', 'result', 'result', '${PROFILE_TYPE}', 1, $4::jsonb - 'columns', 0, $1, 0
    from ids where i > ${RUNS - PROFILED}
  )
  insert into column_stat (project_id, run_id, node, task, attribute, "column", position, kind, data_type,
    count, missing, "distinct", mean, std, min, max, profile, attempt, writer, seq)
  select $1, id, 'b', '', 'result', '', 0, 'numeric', 'number', 5, 1, 3, 2, 1, 1, 3, $4::jsonb -> 'columns' -> 0, 0, $1, 0
  from ids where i > ${RUNS - PROFILED}`;

interface Plan {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Relation Name"?: string;
  Plans?: Plan[];
}

let db: Database;
let project: StoredProject;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  project = await storedProject(db, NOW);
  const told = { at: NOW.getTime() - 40 * 86_400_000 + 8 * 86_400_000, value: [1, 2, 3, null] };
  const { version } = await storeRun(project, { ...told, code: ["a = 1", "b = 1", "c = 1"] });
  const profile = JSON.stringify(profileValue(Array.from({ length: 500 }, (_, i) => i % 50)));
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    await client.query(FILL, [project.ctx.scope.projectId, NOW, version, profile]);
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze run, node_run, node_attribute, column_stat, node_version");
  });
  return () => db.close();
}, 300_000);

/** Rows that a plan took from tables, whether it kept them or not. */
function rowsRead(plan: Plan): number {
  const removed = (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
  const own =
    plan["Relation Name"] === undefined ? 0 : (plan["Actual Rows"] + removed) * plan["Actual Loops"];
  return own + (plan.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
}

/** Runs a verb, explains each statement that it sent, and adds up the rows that they read. */
async function cost(verb: () => Promise<unknown>): Promise<number> {
  const client = await db.pool.connect();
  const query = vi.spyOn(client, "query");
  client.release();
  await verb();
  const sent = query.mock.calls.map(([text, values]) => ({ text: String(text), values }));
  query.mockRestore();
  const reads = sent.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && !text.includes("set_config"));
  expect(reads.length).toBeGreaterThan(0);
  return withScopeClient(db, project.ctx.scope, async (scoped) => {
    let rows = 0;
    for (const { text, values } of reads) {
      const given = Array.isArray(values) ? values : [];
      const { rows: explained } = await scoped.query(`explain (analyze, format json) ${text}`, given);
      rows += rowsRead(explained[0]["QUERY PLAN"][0].Plan);
    }
    return rows;
  });
}

const place = { pipeline: "p", node: "b" };
const history = (input: object) => () =>
  getNodeHistory({
    ctx: project.ctx,
    input: nodeHistoryInput.parse({ ...place, ...input }),
    ingestUpSince: new Date(0),
  });

test("a history reads its runs and not those before", async () => {
  const { runs, distribution } = await history({ limit: 1000 })();
  expect(runs.filter(({ figures }) => figures !== null)).toHaveLength(1000);
  expect(distribution?.cells).toHaveLength(1000);
  // Once each for run, node, profile, its header and the column; and their tasks.
  expect(await cost(history({ limit: 1000 }))).toBeLessThan(10_000);
  expect(await cost(history({ limit: 60 }))).toBeLessThan(1000);
});

test("definition, codes and failures read a bounded part of the runs", async () => {
  const { ctx } = project;
  expect(await cost(() => getNodePage({ ctx, input: place }))).toBeLessThan(200);
  expect(await cost(() => listNodeCodes({ ctx, input: place }))).toBeLessThan(200);
  expect(await cost(() => listNodeFailures({ ctx, input: place }))).toBeLessThan(5000);
});
