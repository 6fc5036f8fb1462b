import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { createDatabase, type Database, withScopeClient, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { chooseRuns } from "./choose-runs";
import { compareColumns } from "./compare-columns";
import { compareColumnsInput, comparePageInput } from "./compare-inputs";
import { compareNodes } from "./compare-nodes";
import { compareSummary } from "./compare-summary";
import { suggestRuns } from "./suggest-runs";

const NOW = new Date("2026-11-20T12:00:00Z");
const NODES = 4000;
/** Nodes with a column. */
const COLUMNS = 2000;
const RUNS = 30_000;
const [A, B] = ["a".repeat(64), "b".repeat(64)];
const pipeline = randomUUID();

const HISTORY = `
  with made as (
    select i, $2::timestamptz - make_interval(mins => ${RUNS} - i + 10) as started from generate_series(1, ${RUNS}) i
  )
  insert into run (project_id, id, pipeline_id, number, status, started_at, finished_at, last_seen_at)
  select $1, (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3)
      || '8' || substr(md5(i::text), 4, 15))::uuid, $3, i, 'succeeded', started, started + interval '3 s', started
  from made`;

const VERSION = `
  insert into node_version (project_id, code_version, node, position, kind, dependencies, tags, code_hash, closure_hash, hash_algorithm)
  select $1, $2, 'n' || i, i, case when i < 4 then 'input' else 'function' end,
    case when i < 4 then '{}'::text[] else array['n' || (i / 2), 'n' || (i - 1)] end, '{}',
    md5(i || case when i % 100 = 0 then $2 else '' end), md5(i || $2), 'slice-1'
  from generate_series(0, ${NODES} - 1) i`;

const NODE_RUNS = `
  insert into node_run (project_id, run_id, node, task, attempt, status, started_at, finished_at)
  select $1, $2, 'n' || i, '', 0, case when i = ${NODES} - 2 then $3 else 'succeeded' end, $4, $4::timestamptz + interval '1 s'
  from generate_series(0, ${NODES} - 1) i`;

const ATTRIBUTES = `
  insert into node_attribute (project_id, run_id, node, task, name, role, type, schema_version, value, attempt, writer, seq)
  select $1, $2, 'n' || i, '', 'result', 'result', 'heddle.profile', 1,
    '{"shape":"table","dataType":"Table","rows":1000,"columnCount":1,"columns":[],"sampledRows":null}', 0, gen_random_uuid(), i
  from generate_series(0, ${COLUMNS} - 1) i`;

const STATS = `
  insert into column_stat (project_id, run_id, node, task, attribute, "column", position, kind, data_type, count, missing,
    "distinct", mean, profile, attempt, writer, seq)
  select $1, $2, 'n' || i, '', 'result', 'x', 0, 'numeric', 'number', 1000, 0, 900, $3::float8,
    jsonb_build_object('name', 'x', 'kind', 'numeric', 'count', 1000, 'missing', 0, 'numeric', jsonb_build_object('nan', 0,
      'infinite', 0, 'zeros', 0, 'mean', $3::float8, 'quantiles', '{"p":[],"values":[]}'::jsonb, 'histogram',
      jsonb_build_object('low', 0, 'high', 64, 'counts', (select jsonb_agg(10 + (k * ($3::int + i)) % 17) from generate_series(1, 64) k)))),
    0, gen_random_uuid(), i
  from generate_series(0, ${COLUMNS} - 1) i`;

/** Small rows of many other runs. */
const OTHERS = `
  insert into column_stat (project_id, run_id, node, task, attribute, "column", position, kind, data_type, count, missing,
    "distinct", profile, attempt, writer, seq)
  select $1, other.id, 'n' || i, '', 'result', 'x', 0, 'numeric', 'number', 1000, 0, 900, '{}', 0, other.id, i
  from (select id from run where project_id = $1 order by id desc offset 10 limit 30) other, generate_series(0, ${COLUMNS} - 1) i`;

interface Plan {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Relation Name"?: string;
  Plans?: Plan[];
}

let db: Database;
let project: StoredProject;
const runs = { a: createUuidV7(NOW.getTime() - 240_000), b: createUuidV7(NOW.getTime() - 120_000) };

beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  project = await storedProject(db, NOW);
  const { projectId } = project.ctx.scope;
  await withSystemClient(db, async (client) => {
    await client.query("insert into pipeline (project_id, id, name) values ($1, $2, 'p')", [
      projectId,
      pipeline,
    ]);
    await client.query(HISTORY, [projectId, NOW, pipeline]);
    await client.query(OTHERS, [projectId]);
    for (const version of [A, B]) {
      await client.query(
        `insert into code_version (project_id, hash, pipeline, config, node_count, files, hashed_at)
         values ($1, $2, 'p', '{}', ${NODES}, '[]', now())`,
        [projectId, version],
      );
      await client.query(VERSION, [projectId, version]);
    }
    // Between them, and around them, as many rows of other runs.
    const others = [1, 3].map((minute) => createUuidV7(NOW.getTime() - minute * 55_000));
    const all = [...others.map((id) => ({ id, version: A, failed: "succeeded", seed: 1 }))];
    all.push(
      { id: runs.a, version: A, failed: "succeeded", seed: 1 },
      { id: runs.b, version: B, failed: "failed", seed: 5 },
    );
    for (const { id, version, failed, seed } of all) {
      await client.query(
        `insert into run (project_id, id, pipeline_id, number, status, code_version, started_at, finished_at, last_seen_at)
         values ($1, $2, $3, 1, $4, $5, $6, $6, $6)`,
        [projectId, id, pipeline, failed, version, NOW],
      );
      await client.query(NODE_RUNS, [projectId, id, failed, NOW]);
      await client.query(ATTRIBUTES, [projectId, id]);
      await client.query(STATS, [projectId, id, seed]);
    }
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze run, node_run, node_version, node_attribute, column_stat");
  });
  return () => db.close();
}, 120_000);

function rowsRead(plan: Plan): number {
  const each = plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0);
  const own = plan["Relation Name"] === undefined ? 0 : each * plan["Actual Loops"];
  return own + (plan.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
}

/** Runs a verb, explains each statement that it sent, and adds up the rows that they read. */
async function cost<T>(verb: () => Promise<T>): Promise<{ rows: number; answer: T }> {
  const client = await db.pool.connect();
  const query = vi.spyOn(client, "query");
  client.release();
  const answer = await verb();
  const sent = query.mock.calls.map(([text, values]) => ({ text: String(text), values }));
  query.mockRestore();
  const reads = sent.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && !text.includes("set_config"));
  expect(reads.length).toBeGreaterThan(0);
  const rows = await withScopeClient(db, project.ctx.scope, async (scoped) => {
    let sum = 0;
    for (const { text, values } of reads) {
      const explained = await scoped.query(
        `explain (analyze, format json) ${text}`,
        Array.isArray(values) ? values : [],
      );
      sum += rowsRead(explained.rows[0]["QUERY PLAN"][0].Plan);
    }
    return sum;
  });
  return { rows, answer };
}

const common = () => ({ ctx: project.ctx, ingestUpSince: new Date(0) });

test("two runs of 4,000 nodes read their own rows once, and answer in bounded pages", async () => {
  const summary = await cost(() => compareSummary({ ...common(), input: runs }));
  expect(summary.answer).toMatchObject({
    failures: [{ node: `n${NODES - 2}` }],
    functions: { total: NODES - 4, same: NODES - 4 - 39 },
    columns: { total: COLUMNS, cut: false },
  });
  expect(JSON.stringify(summary.answer).length).toBeLessThan(200_000);
  // Definitions, for the difference and for each side, of which the table holds no others; node runs, outputs, columns.
  expect(summary.rows).toBeLessThan(2 * (4 * NODES + 2 * COLUMNS) + 4000);

  const page = { ...runs, limit: 200, differencesOnly: false };
  const nodes = await cost(() => compareNodes({ ...common(), input: comparePageInput.parse(page) }));
  expect(nodes.answer).toMatchObject({
    total: NODES,
    nodes: { length: 200 },
    nextCursor: expect.any(String),
  });
  expect(nodes.rows).toBeLessThan(2 * (4 * NODES + COLUMNS) + 4000);

  const columns = await cost(() => compareColumns({ ...common(), input: compareColumnsInput.parse(page) }));
  expect(columns.answer.columns).toHaveLength(200);
  expect(JSON.stringify(columns.answer).length).toBeLessThan(400_000);
  expect(columns.rows).toBeLessThan(2 * (4 * NODES + 2 * COLUMNS) + 6000);
});

test("choosing runs reads a few of many", async () => {
  const { ctx } = project;
  const chosen = await cost(() => chooseRuns({ ctx, input: {} }));
  expect(chosen.answer.b).toBe(runs.b);
  expect(chosen.rows).toBeLessThan(50);
  expect((await cost(() => suggestRuns({ ctx, input: { runId: runs.b } }))).rows).toBeLessThan(50);
});
