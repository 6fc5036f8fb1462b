import { createUuidV7 } from "@heddle/contract";
import { createDatabase, type Database, withScopeClient, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import { sampleRun } from "../ingest/testing/sample-run";
import { getRunCode } from "./code";
import { listRunColumns } from "./columns";
import { readRunFacets } from "./facets";
import { getRunWithNodes } from "./get-with-nodes";
import { getRunGraph } from "./graph";
import { readRunHistogram } from "./histogram";
import { getRunWithNodesInput, listRunsInput } from "./inputs";
import { getRunLedger } from "./ledger";
import { listRuns } from "./list";
import { getNode } from "./node";
import { getRunLedgerInput, listRunColumnsInput } from "./page-inputs";
import { getRunSiblings } from "./siblings";
import { type StoredProject, storedProject } from "./testing/stored-project";
import { getUsualNodes } from "./usual-nodes";

const NOW = new Date("2026-11-20T12:00:00Z");
const RUNS = 200_000;
const LONG_AGO = new Date(0);

/** Runs of four pipelines over 30 days, most of them good, some that fell silent, half of them without a promise of signs of life, each with a node run. */
const FILL = `
  with made as (
    select i, $2::timestamptz - make_interval(secs => (${RUNS} - i) * 30 * 86400.0 / ${RUNS}) as started
    from generate_series(1, ${RUNS}) i
  ), ids as (
    select i, started, (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7'
      || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id from made
  ), runs as (
    insert into run (project_id, id, pipeline_id, number, code_version, tags, status, started_at, finished_at, last_seen_at, heartbeat_seconds)
    select $1, id, (select p.id from pipeline p where p.project_id = $1 and p.name = 'p' || i % 4), i,
      lpad(to_hex(i / 100), 64, '0'), jsonb_build_object('env', case when i % 50 = 1 then 'staging' else 'prod' end),
      case when i % 1000 = 7 then 'running' when i % 10 = 3 then 'failed' else 'succeeded' end, started,
      case when i % 1000 <> 7 then started + interval '3 s' end, started, case when i % 2000 <> 7 then 15 end from ids
  )
  insert into node_run (project_id, run_id, node, task, attempt, status)
  select $1, id, 'a', '', 0, 'succeeded' from ids`;

/** Versions of 1,000 nodes for the newest runs, which stored profiles of their three inputs of ten columns each. */
const DETAILS = `
  with newest as (
    select id, code_version from run where project_id = $1 and code_version like '0000%' order by id desc limit 1000
  ), versions as (
    insert into code_version (project_id, hash, pipeline, config, node_count, files, hashed_at)
    select distinct $1::uuid, code_version, 'p', '{}'::jsonb, 1000, '[]'::jsonb, now() from newest
  ), nodes as (
    insert into node_version (project_id, code_version, node, position, kind, dependencies, tags, code_hash, hash_algorithm)
    select $1, code_version, 'n' || i, i, case when i < 3 then 'input' else 'function' end, '{}', '{}',
      case when i >= 3 then md5(code_version || i % 900) end, 'slice-1'
    from (select distinct code_version from newest) as v, generate_series(0, 999) i
  )
  insert into column_stat (project_id, run_id, node, task, attribute, "column", position, kind, data_type, count,
    missing, "distinct", mean, std, min, max, profile, attempt, writer, seq)
  select $1, id, 'n' || i % 3, '', 'profile', 'c' || i / 3, i / 3, 'numeric', 'number', 1000, 0, 900, 0, 1, -3, 3,
    jsonb_build_object('numeric', jsonb_build_object('histogram', jsonb_build_object('low', -3, 'high', 3, 'counts',
      (select jsonb_agg((random() * 10)::int) from generate_series(1, 40))))), 0, gen_random_uuid(), i
  from newest, generate_series(0, 29) i`;

/** Ten writers with 200 batches of 40 events of a run each, every 50th of which never came, among those of other runs. */
const LEDGER = `
  with written as (
    select md5('writer' || w)::uuid as writer, b as batch, case when b % 2 = 0 or w < 10 then $2::uuid else $3::uuid end as run
    from generate_series(0, 99) w, generate_series(0, 199) b where w >= 10 or b % 50 <> 49
  ), receipts as (
    insert into batch_receipt (project_id, writer, batch, digest, answer, repeats)
    select $1, writer, batch, '', '{"accepted":40,"rejected":[]}', batch % 3 from written
  ), waiting as (
    insert into ingest_batch (project_id, writer, batch, encoding, body)
    select $1, gen_random_uuid(), i, 'gzip', '' from generate_series(1, 20000) i
  )
  insert into run_batch (project_id, run_id, writer, batch, received_at, stored_at, events, first_seq, last_seq)
  select $1, case when w.run = $2 and w.writer in (select md5('writer' || i)::uuid from generate_series(0, 9) i)
      then $2 else $3 end, writer, batch, now(), now(), 40, batch * 40, batch * 40 + 39 from written w`;

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
const sample = sampleRun(30, createUuidV7(NOW.getTime()));

beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  project = await storedProject(db, NOW);
  const { projectId } = project.ctx.scope;
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    await client.query(
      "insert into pipeline (project_id, id, name) select $1, gen_random_uuid(), 'p' || i from generate_series(0, 3) i",
      [projectId],
    );
    await client.query(FILL, [projectId, NOW]);
  });
  await project.store(sample.events);
  await withSystemClient(db, async (client) => {
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze run, node_run");
  });
  return () => db.close();
}, 300_000);

/** Rows that a plan took from tables, whether it kept them or not. */
function rowsRead(plan: Plan): number {
  const each =
    plan["Actual Rows"] +
    (plan["Rows Removed by Filter"] ?? 0) +
    (plan["Rows Removed by Index Recheck"] ?? 0);
  const own = plan["Relation Name"] === undefined ? 0 : each * plan["Actual Loops"];
  return own + (plan.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
}

/** Runs a verb, explains each statement that it sent, and adds up the rows that they read. */
async function cost(verb: () => Promise<unknown>): Promise<number> {
  const connect = db.pool.connect.bind(db.pool);
  const client = await connect();
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
      const explained = await scoped.query(
        `explain (analyze, format json) ${text}`,
        Array.isArray(values) ? values : [],
      );
      rows += rowsRead(explained.rows[0]["QUERY PLAN"][0].Plan);
    }
    return rows;
  });
}

// Each verb also looks at the 200 runs that never ended, to find those that may be silent.
test.each([
  ["one run by its number", { text: "#123" }, 1, 500],
  ["a version's runs by its hash", { version: (1234).toString(16).padStart(64, "0") }, 50, 1500],
  ["versions by how their hashes begin", { version: "0000" }, 50, 3000],
  ["words that nobody wrote", { text: "no such words" }, 0, 45_000],
  ["a tag that is rare", { tag: "env:none" }, 0, 45_000],
  ["what changed, when nothing did", { changed: "config" }, 0, 5000],
])("looking for %s reads a bounded number of runs", async (_, input, found, most) => {
  const page = await list({ ...input, limit: 50 })();
  expect(page.runs).toHaveLength(found);
  expect(page.searchedTo === null).toBe(found > 0);
  expect(await cost(list({ ...input, limit: 50 }))).toBeLessThan(most);
});

test("the histogram and the counts read each run once, and not more than so many", async () => {
  const input = { ctx: project.ctx, ingestUpSince: LONG_AGO };
  expect(await cost(() => readRunHistogram({ ...input, input: { last: "7d" } }))).toBeLessThan(60_000);
  expect(await cost(() => readRunHistogram({ ...input, input: {} }))).toBeLessThan(250_000);
  expect(await cost(() => readRunFacets({ ...input, input: {} }))).toBeLessThan(60_000);
});

const list = (input: object) => () =>
  listRuns({ ctx: project.ctx, input: listRunsInput.parse(input), ingestUpSince: LONG_AGO });

test.each([
  ["the newest", {}],
  [
    "the next page",
    {
      cursor: Buffer.from(JSON.stringify([createUuidV7(NOW.getTime() - 20 * 86_400_000)])).toString(
        "base64url",
      ),
    },
  ],
  ["one pipeline's", { pipeline: "p2" }],
  ["failed ones", { status: "failed" }],
  ["lost ones", { status: "lost" }],
  ["silent ones", { status: "silent" }],
  ["a pipeline's failed ones", { status: "failed", pipeline: "p3" }],
  ["of several statuses", { status: ["failed", "lost"] }],
  ["of several pipelines", { pipeline: ["p0", "p1", "none"] }],
  ["with a tag that many have", { tag: "env:prod" }],
  ["in a range of time", { from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" }],
  ["of the last day", { last: "24h" }],
  ["with words that many have", { text: "prod" }],
])("a page of runs, %s, reads what it shows and not the history", async (_, input) => {
  const { runs } = await list({ ...input, limit: 50 })();
  expect(runs).toHaveLength(50);
  expect(await cost(list({ ...input, limit: 50 }))).toBeLessThan(3000);
});

test("a run, its graph and a node read the run's rows only", async () => {
  const { ctx } = project;
  const { runId } = sample;
  const input = getRunWithNodesInput.parse({ runId });
  expect(await cost(() => getRunWithNodes({ ctx, input, ingestUpSince: LONG_AGO }))).toBeLessThan(1000);
  expect(await cost(() => getRunGraph({ ctx, input: { runId } }))).toBeLessThan(1000);
  expect(await cost(() => getNode({ ctx, input: { runId, node: "n3" } }))).toBeLessThan(500);
});

test("the views of a run read its rows, its code and a few runs of its pipeline", async () => {
  const { ctx } = project;
  const { rows } = await withScopeClient(db, ctx.scope, (client) =>
    client.query<{ id: string }>(
      "select id from run where project_id = $1 and number = 150000 and pipeline_id is not null",
      [ctx.scope.projectId],
    ),
  );
  const old = { runId: rows[0]?.id ?? "" };
  expect(await getRunSiblings({ ctx, input: old })).toMatchObject({
    previous: { number: 149_996 },
    next: { number: 150_004 },
  });
  expect(await cost(() => getRunSiblings({ ctx, input: old }))).toBeLessThan(50);
  expect(await cost(() => getUsualNodes({ ctx, input: old }))).toBeLessThan(600);
  const input = { runId: sample.runId };
  expect(await cost(() => getRunLedger({ ctx, input: getRunLedgerInput.parse(input) }))).toBeLessThan(100);
  expect(await cost(() => listRunColumns({ ctx, input: listRunColumnsInput.parse(input) }))).toBeLessThan(
    500,
  );
  expect(await cost(() => getRunCode({ ctx, input }))).toBeLessThan(200);
});

test("marks of 200 runs of one pipeline read these runs, their versions and their inputs", async () => {
  const { projectId } = project.ctx.scope;
  await withSystemClient(db, (client) => client.query(DETAILS, [projectId]));
  await withSystemClient(db, async (client) => {
    await client.query("set local role none");
    await client.query("analyze code_version, node_version, column_stat");
  });
  const { runs } = await list({ pipeline: "p1", limit: 200 })();
  expect(runs.filter(({ changed }) => changed?.code).length).toBe(8);
  expect(runs[0]?.changed).toMatchObject({ config: false, environment: null });
  // Nine versions of 1,000 nodes, 201 runs of 30 columns, and the usual of 50 runs.
  expect(await cost(list({ pipeline: "p1", limit: 200 }))).toBeLessThan(20_000);
});

test("the ledger of a large run reads its own batches and their receipts", async () => {
  const { ctx } = project;
  const other = createUuidV7(NOW.getTime());
  await withSystemClient(db, async (client) => {
    await client.query("set local role none");
    await client.query(LEDGER, [ctx.scope.projectId, sample.runId, other]);
    await client.query("analyze run_batch, batch_receipt, ingest_batch");
  });
  const input = getRunLedgerInput.parse({ runId: sample.runId });
  const { writers, totals } = await getRunLedger({ ctx, input });
  expect(totals).toMatchObject({ batches: 1961, writers: 11 });
  expect(writers.filter(({ gaps }) => gaps.missingBatches === 3)).toHaveLength(10);
  // 1,960 batches and their receipts a few times, and the part of the inbox that is looked at.
  expect(await cost(() => getRunLedger({ ctx, input }))).toBeLessThan(18_000);
});
