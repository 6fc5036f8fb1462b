import { createDatabase, type Database, withScopeClient, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import { type StoredProject, storedProject } from "../run/testing/stored-project";
import { getVersionDiff } from "./get-diff";
import { listVersionsInput } from "./inputs";
import { listVersions } from "./list";

const NOW = new Date("2026-11-20T12:00:00Z");
const RUNS = 200_000;
const VERSIONS = 2000;
const PAGE = 20;

/** Runs of two pipelines over 30 days: of one with 2,000 versions, and of one with two of 4,000 nodes. */
const FILL_RUNS = `
  with made as (
    select i, $2::timestamptz - make_interval(secs => (${RUNS} - i) * 30 * 86400.0 / ${RUNS}) as started
    from generate_series(1, ${RUNS}) i
  )
  insert into run (project_id, id, pipeline_id, number, status, started_at, finished_at, last_seen_at, code_version)
  select $1, (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7'
      || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
    (select p.id from pipeline p where p.project_id = $1 and p.name = case when i % 2 = 0 then 'many' else 'wide' end),
    i, 'succeeded', started, started, started,
    case when i % 2 = 0 then 'many' || i * ${VERSIONS}::bigint / (${RUNS} + 1) else 'wide' || i * 2 / (${RUNS} + 1) end
  from made`;

const FILL_VERSIONS = `
  insert into code_version (project_id, hash, pipeline, config, node_count, files, created_at, hashed_at)
  select $1, $2 || i, $2, '{}', $4, '[]', now(), now() from generate_series(0, $3::int - 1) i`;

/** Each version changes one node, and what comes after it. */
const FILL_NODES = `
  insert into node_version
    (project_id, code_version, node, position, kind, dependencies, tags, code_hash, closure_hash, hash_algorithm)
  select $1, $2 || i, 'n' || n, n, 'function', case when n > 0 then array['n' || n - 1] else '{}' end, '{}',
    md5(n || ' ' || case when n = 10 then i else 0 end), md5(n || ' ' || case when n >= 10 then i else 0 end), 'v1'
  from generate_series(0, $3::int - 1) i, generate_series(0, $4::int - 1) n`;

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
  const { projectId } = project.ctx.scope;
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    await client.query(
      "insert into pipeline (project_id, id, name) select $1, gen_random_uuid(), unnest(array['many', 'wide'])",
      [projectId],
    );
    await client.query(FILL_RUNS, [projectId, NOW]);
    for (const [name, versions, nodes] of [
      ["many", VERSIONS, 20],
      ["wide", 2, 4000],
    ] as const) {
      await client.query(FILL_VERSIONS, [projectId, name, versions, nodes]);
      await client.query(FILL_NODES, [projectId, name, versions, nodes]);
    }
  });
  await withSystemClient(db, async (client) => {
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze run, code_version, node_version");
  });
  return () => db.close();
}, 300_000);

/** Rows that a plan took from tables, whether it kept them or not. */
function rowsRead(plan: Plan): number {
  const each = plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0);
  const own = plan["Relation Name"] === undefined ? 0 : each * plan["Actual Loops"];
  return own + (plan.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
}

/** Explains each statement that a verb sends, and adds up the rows that they read. */
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

const list = (input: object) => () =>
  listVersions({ ctx: project.ctx, input: listVersionsInput.parse({ limit: PAGE, ...input }) });

test("a page of 2,000 versions looks each version up once, and not their runs", async () => {
  const { versions, total } = await list({ pipeline: "many" })();
  expect(versions.map(({ hash }) => hash)).toEqual(
    Array.from({ length: PAGE }, (_, i) => `many${VERSIONS - 1 - i}`),
  );
  expect(total).toBe(VERSIONS);
  expect(versions[0]).toMatchObject({ changes: { changed: 1, upstream: 9 }, runs: { count: 50 } });
  // Each version and its first run, then the page's versions, their nodes and runs.
  expect(await cost(list({ pipeline: "many" }))).toBeLessThan(6 * VERSIONS);
});

test("of a version with very many runs the newest thousand are counted", async () => {
  const { versions } = await list({ pipeline: "wide" })();
  expect(versions[0]).toMatchObject({
    runs: { count: 1000, more: true },
    changes: { changed: 1, upstream: 3989 },
  });
  expect(await cost(list({ pipeline: "wide" }))).toBeLessThan(25_000);
});

test("two versions of 4,000 nodes are compared by their rows alone", async () => {
  const diff = () => getVersionDiff({ ctx: project.ctx, input: { pipeline: "wide" } });
  expect((await diff())?.nodes).toHaveLength(4000);
  expect(await cost(diff)).toBeLessThan(40_000);
});
