import { createUuidV7 } from "@heddle/contract";
import { ensurePartitions, type PoolClient, withSystemClient } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { countExpiredRuns } from "../project/count-expired";
import { OVERVIEW } from "../project/overview";
import { DELETE_RUNS, deleteExpiredRuns, EXPIRED, OF_RUNS } from "./delete-expired-runs";
import { deleteSql, endSql, TABLES_OF_RUNS } from "./delete-some";
import { PAGE } from "./find-unreferenced";
import { lowestRunId } from "./lowest-run-id";

const NOW = new Date("2026-11-20T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const RUNS = 200_000;

/** Runs over 90 days up to NOW, each with two node runs, of two projects. */
const FILL = `
  with made as (
    select $2::timestamptz - make_interval(secs => (${RUNS} - i) * 90 * 86400.0 / ${RUNS}) as started, i
    from generate_series(1, ${RUNS}) i
  ), ids as (
    select started, (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7'
      || substr(md5(i::text || $1), 1, 3) || '8' || substr(md5(i::text || $1), 4, 15))::uuid as id from made
  ), runs as (
    insert into run (project_id, id, status, started_at, last_seen_at, code_version)
    select $1::uuid, id, 'succeeded', started, started, 'v' from ids
  )
  insert into node_run (project_id, run_id, node, task, attempt, status)
  select $1::uuid, id, node, '', 0, 'succeeded' from ids, unnest('{a,b}'::text[]) node`;

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}

interface Read {
  rows: number;
  partitions: string[];
  kinds: string[];
}

const db = await createTestDatabase();
const [mine, other] = [await createTestProject(db), await createTestProject(db)];
const { projectId, organizationId } = mine.scope;
const boundary = lowestRunId(new Date(NOW.getTime() - 60 * DAY_MS));

beforeAll(async () => {
  await withSystemClient(db, async (client) => {
    await ensurePartitions(client, NOW);
    await client.query("set local statement_timeout = '5min'");
    for (const { scope } of [mine, other]) await client.query(FILL, [scope.projectId, NOW]);
    await client.query("insert into pipeline (project_id, id, name, last_number) values ($1, $2, 'p', 7)", [
      projectId,
      createUuidV7(),
    ]);
    await client.query("update project set retention_days = 60 where id = $1", [projectId]);
  });
  await withSystemClient(db, async (client) => {
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze run, node_run");
  });
}, 300_000);

function walk(plan: Plan, read: Read): Read {
  const relation = plan["Relation Name"];
  if (relation !== undefined && plan["Node Type"] !== "ModifyTable" && plan["Actual Loops"] > 0) {
    read.rows += (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"];
    read.partitions.push(relation);
    read.kinds.push(plan["Node Type"]);
  }
  for (const child of plan.Plans ?? []) walk(child, read);
  return read;
}

/** What a statement reads; it is taken back. */
async function explain(client: PoolClient, text: string, values: unknown[]): Promise<Read> {
  await client.query("savepoint before");
  const { rows } = await client.query(`explain (analyze, format json) ${text}`, values);
  await client.query("rollback to savepoint before");
  const read = walk(rows[0]["QUERY PLAN"][0].Plan, { rows: 0, partitions: [], kinds: [] });
  return { ...read, partitions: [...new Set(read.partitions)].sort() };
}

const NIL = "00000000-0000-0000-0000-000000000000";
const noScan = (read: Read) => expect(read.kinds.filter((kind) => kind === "Seq Scan")).toEqual([]);

test("expired runs are found at the beginning of the key, in the months that expired", async () => {
  await withSystemClient(db, async (client) => {
    const read = await explain(client, EXPIRED, [projectId, boundary, NOW]);
    expect(read.rows).toBeLessThan(3000);
    expect(read.partitions).not.toContain("run_2026_10");
    expect(read.partitions).not.toContain("run_2026_11");
    noScan(read);
  });
});

test("details and runs are deleted along their keys, in their own months", async () => {
  await withSystemClient(db, async (client) => {
    await client.query("set local enable_seqscan = off; set local enable_bitmapscan = off");
    const { rows } = await client.query<{ id: string }>(EXPIRED, [projectId, boundary, NOW]);
    const ids = rows.map(({ id }) => id);
    expect(ids).toHaveLength(500);
    const values = [projectId, ids, ids[0], ids.at(-1)];
    for (const table of TABLES_OF_RUNS) {
      const lowest: Record<string, unknown> = { run_id: ids[100], writer: NIL, batch: 0 };
      const bounds = table.key.map((column) => lowest[column] ?? "");
      for (const [text, more] of [
        [endSql(table, OF_RUNS, 5000), []],
        [deleteSql(table, OF_RUNS), []],
        [deleteSql(table, OF_RUNS, 4), bounds],
      ] as const) {
        const read = await explain(client, text, [...values, ...more]);
        expect(read.rows).toBeLessThan(3000);
        expect(read.partitions.filter((name) => !/_(2026_08|default)$/.test(name))).toEqual([]);
        noScan(read);
      }
    }
    const runs = await explain(client, DELETE_RUNS, values);
    expect(runs.rows).toBeLessThan(1500);
    expect(runs.partitions.filter((name) => name !== "run_2026_08" && name !== "run_default")).toEqual([]);
  });
});

test("a step takes some of the runs, and looking ahead counts no more than ten thousand", async () => {
  const ctx = { db, now: () => NOW, scope: mine.scope, actor: { type: "system", job: "test" } as const };
  expect(await deleteExpiredRuns({ ctx, input: { projectId } })).toEqual({ runs: 500, more: true });
  expect(await countExpiredRuns({ ctx, input: { retentionDays: 1 } })).toMatchObject({
    runs: 10_000,
    more: true,
  });
});

test("the list of projects counts no runs", async () => {
  await withSystemClient(db, async (client) => {
    const read = await explain(client, OVERVIEW, [organizationId]);
    expect(read.rows).toBeLessThan(50);
  });
});

test("the search for what is unused reads a page of runs at a time", async () => {
  await withSystemClient(db, async (client) => {
    const read = await explain(client, PAGE, [projectId, "00000000-0000-0000-0000-000000000000", ["w"], []]);
    expect(read.rows).toBeLessThan(25_000);
  });
});
