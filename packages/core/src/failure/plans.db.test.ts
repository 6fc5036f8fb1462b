import { createDatabase, type Database, withScopeClient, withSystemClient } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import type { Context } from "../context";
import { listFailures } from "./list";
import { readFailureStrips } from "./strips";

const NOW = new Date("2026-11-20T12:00:00Z");
const FAILURES = 100_000;
const PIPELINES = 20;
const MINUTE_MS = 60_000;

/** A failure for each failed run, in twenty pipelines, of which every second one has succeeded since. */
const FILL = `
  with ids as (
    select i, started, (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7'
      || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id
    from (select i, $2::timestamptz - make_interval(secs => (${FAILURES} - i) * 20) as started
      from generate_series(1, ${FAILURES + PIPELINES / 2}) i) made
  ), placed as (
    select ids.*, p.id as pipeline_id, i > ${FAILURES} as good from ids
    join pipeline p on p.project_id = $1 and p.name = 'p' || case when i > ${FAILURES} then (i * 2) % ${PIPELINES} else i % ${PIPELINES} end
  ), runs as (
    insert into run (project_id, id, pipeline_id, number, status, started_at, finished_at, last_seen_at)
    select $1, id, pipeline_id, i, case when good then 'succeeded' else 'failed' end, started, started, started
    from placed
  )
  insert into failure (id, project_id, pipeline_id, fingerprint, error_type, message, first_run_id, last_run_id)
  select id, $1, pipeline_id, i::text, 'E', 'm', id, id from placed where not good`;

interface Plan {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Relation Name"?: string;
  Plans?: Plan[];
}

let db: Database;
let ctx: Context;
beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  const { scope } = await createTestProject(db);
  ctx = { db, scope, now: () => NOW, actor: { type: "system", job: "test" } };
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    await client.query(
      `insert into pipeline (project_id, id, name)
       select $1, gen_random_uuid(), 'p' || i from generate_series(0, ${PIPELINES - 1}) i`,
      [scope.projectId],
    );
    await client.query(FILL, [scope.projectId, NOW]);
  });
  await withSystemClient(db, async (client) => {
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze run, failure");
  });
  return () => db.close();
}, 300_000);

function rowsRead(plan: Plan): number {
  const each = plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0);
  const own = plan["Relation Name"] === undefined ? 0 : each * plan["Actual Loops"];
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
  return withScopeClient(db, ctx.scope, async (scoped) => {
    let rows = 0;
    for (const { text, values } of reads) {
      const explain = `explain (analyze, format json) ${text}`;
      const { rows: plans } = await scoped.query(explain, Array.isArray(values) ? values : []);
      rows += rowsRead(plans[0]["QUERY PLAN"][0].Plan);
    }
    return rows;
  });
}

test.each([
  ["the newest", {}, 50, 8000],
  ["the open", { state: "open" as const }, 50, 8000],
  ["the acknowledged, of which there are none", { state: "acknowledged" as const }, 0, 8000],
  ["one pipeline's", { pipeline: "p3" }, 50, 30_000],
])("of a hundred thousand failures, %s are read without the rest", async (_, input, length, most) => {
  const read = () => listFailures({ ctx, input });
  const page = await read();
  expect(page.failures).toHaveLength(length);
  expect(page.nextCursor).not.toBeNull();
  expect(Object.values(page.counts).reduce((sum, count) => sum + count, 0)).toBe(1000);
  expect(await cost(read)).toBeLessThan(most);
});

test("the strips of failing pipelines take their last runs only", async () => {
  const read = () =>
    readFailureStrips({ ctx, input: {}, ingestUpSince: new Date(NOW.getTime() - 60 * MINUTE_MS) });
  expect(await read()).toHaveLength(PIPELINES);
  expect(await cost(read)).toBeLessThan(30_000);
});
