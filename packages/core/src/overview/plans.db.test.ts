import { createDatabase, type Database, withScopeClient, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { listRecentChanges } from "./changes/list";
import { readOverview } from "./read";

const NOW = new Date("2026-11-20T12:00:00Z");
const LONG_AGO = new Date(0);
const PIPELINES = 500;
const RUNS = 100_000;

/** Runs of 500 pipelines over 60 days, some failed, some that fell silent, with a configuration that changes now and then. */
const FILL = `
  with made as (
    select i, $2::timestamptz - make_interval(secs => (${RUNS} - i) * 60 * 86400.0 / ${RUNS}) as started
    from generate_series(1, ${RUNS}) i
  )
  insert into run (project_id, id, pipeline_id, number, status, started_at, finished_at, last_seen_at,
    heartbeat_seconds, code_version, environment_hash, config)
  select $1, (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7'
      || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
    (select p.id from pipeline p where p.project_id = $1 and p.name = 'p' || i % ${PIPELINES}), i,
    case when i % 1000 = 7 then 'running' when i % 10 = 3 then 'failed' else 'succeeded' end, started,
    case when i % 1000 <> 7 then started + interval '3 s' end, started, 15,
    encode(sha256((i / 10000)::text::bytea), 'hex'), encode(sha256((i / 25000)::text::bytea), 'hex'),
    jsonb_build_object('depth', i / 15000)
  from made`;

let db: Database;
let project: StoredProject;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  project = await storedProject(db, NOW);
  const { projectId } = project.ctx.scope;
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    await client.query(
      `insert into pipeline (project_id, id, name)
       select $1, gen_random_uuid(), 'p' || i from generate_series(0, ${PIPELINES - 1}) i`,
      [projectId],
    );
    await client.query(FILL, [projectId, NOW]);
    await client.query("set local role none");
    await client.query("analyze run");
  });
  return () => db.close();
}, 300_000);

interface Plan {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Relation Name"?: string;
  Plans?: Plan[];
}

/** Rows that a plan took from tables, whether it kept them or not. */
function rowsRead(plan: Plan): number {
  const own = plan["Relation Name"]
    ? (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]
    : 0;
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
      const explained = await scoped.query(
        `explain (analyze, format json) ${text}`,
        Array.isArray(values) ? values : [],
      );
      rows += rowsRead(explained.rows[0]["QUERY PLAN"][0].Plan);
    }
    return rows;
  });
}

const health = (input: Parameters<typeof readOverview>[0]["input"]) => () =>
  readOverview({ ctx: project.ctx, input, ingestUpSince: LONG_AGO });
const changes = () => listRecentChanges({ ctx: project.ctx, input: {}, ingestUpSince: LONG_AGO });

test("500 pipelines give the page it was asked for, all of them judged", async () => {
  const { pipelines, total, needALook, summary } = await health({ range: "30d", limit: 50 })();
  expect([pipelines.length, total, needALook]).toEqual([50, PIPELINES, 50]);
  expect(pipelines.every(({ trouble, runs }) => trouble !== null && runs.length === 30)).toBe(true);
  expect(summary.runs).toBeGreaterThan(49_000);
});

test("the overview reads the last runs of each pipeline and the two ranges, not the history", async () => {
  const lastRuns = PIPELINES * 30;
  // The fifty that are shown never succeed: their whole past is searched for a good run and for what is usual.
  const neverGood = 2 * 50 * (RUNS / PIPELINES);
  const aDay = RUNS / 60;
  const bound = 1.5 * (lastRuns + neverGood);
  expect(await cost(health({ range: "24h" }))).toBeLessThan(bound + 2.2 * aDay);
  expect(await cost(health({ range: "7d" }))).toBeLessThan(bound + 14.2 * aDay);
});

test("what changed lately reads a part of the runs of each pipeline", async () => {
  expect((await changes()).total).toBeGreaterThan(0);
  expect(await cost(changes)).toBeLessThan(1.5 * PIPELINES * 30);
});
