import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { withScopeClient, withSystemClient } from "../scope/client-transaction";
import { createTestDatabase, createTestProject } from "../testing";
import { ensurePartitions } from "./ensure-partitions";

const TABLES = ["run", "node_run", "node_attribute", "column_stat", "run_batch"];

const db = await createTestDatabase();
const { scope } = await createTestProject(db);
const owner = new pg.Client({ connectionString: db.url });
await owner.connect();
afterAll(() => owner.end());

/** The first (or last) UUIDv7 of an instant. */
function idAt(instant: string, rest: "0" | "f"): string {
  const hex = Date.parse(instant).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest.repeat(3)}-8${rest.repeat(3)}-${rest.repeat(12)}`;
}

async function addRun(client: pg.ClientBase, id: string): Promise<void> {
  await client.query(
    "INSERT INTO run (project_id, id, started_at, last_seen_at) VALUES ($1, $2, now(), now())",
    [scope.projectId, id],
  );
  await client.query(
    "INSERT INTO node_run (project_id, run_id, node, task, attempt, status) VALUES ($1, $2, 'n', '', 0, 'running')",
    [scope.projectId, id],
  );
}

/** Where a run and its node run lie. */
async function whereIs(id: string): Promise<string[]> {
  const { rows } = await owner.query<{ place: string }>(
    `SELECT tableoid::regclass::text AS place FROM run WHERE id = $1
     UNION ALL SELECT tableoid::regclass::text FROM node_run WHERE run_id = $1`,
    [id],
  );
  return rows.map((row) => row.place);
}

async function partitions(month: string): Promise<number> {
  const { rowCount } = await owner.query(
    "SELECT FROM pg_class WHERE relnamespace = 'partition'::regnamespace AND relkind = 'r' AND relname ~ ($1 || '$')",
    [month],
  );
  return rowCount ?? 0;
}

const ensure = (now: string) => withSystemClient(db, (client) => ensurePartitions(client, new Date(now)));
const add = (id: string) => withScopeClient(db, scope, (client) => addRun(client, id));

test("five months around an instant, across the turn of a year, and again is no error", async () => {
  await ensure("2031-01-31T23:59:59Z");
  await ensure("2031-01-31T23:59:59Z");
  for (const month of ["2030_11", "2030_12", "2031_01", "2031_02", "2031_03"]) {
    expect(await partitions(month)).toBe(TABLES.length);
  }
  expect(await partitions("2030_10")).toBe(0);
  expect(await partitions("2031_04")).toBe(0);
});

test("rows go to the month of their id, to the last millisecond; others to the default", async () => {
  const cases = [
    [idAt("2031-01-01T00:00:00.000Z", "0"), "2031_01"],
    [idAt("2031-01-31T23:59:59.999Z", "f"), "2031_01"],
    [idAt("2031-02-01T00:00:00.000Z", "0"), "2031_02"],
    [idAt("2041-06-15T12:00:00Z", "0"), "default"],
  ] as const;
  for (const [id, suffix] of cases) {
    await add(id);
    expect(await whereIs(id)).toEqual([`partition.run_${suffix}`, `partition.node_run_${suffix}`]);
  }
});

test("rows of a new month leave the default partition, others stay", async () => {
  const inside = idAt("2035-05-15T00:00:00Z", "0");
  const outside = idAt("2035-09-01T00:00:00Z", "0");
  await add(inside);
  await add(outside);
  await ensure("2035-05-01T00:00:00Z");
  expect(await whereIs(inside)).toEqual(["partition.run_2035_05", "partition.node_run_2035_05"]);
  expect(await whereIs(outside)).toEqual(["partition.run_default", "partition.node_run_default"]);
});

test("several workers and writers at once: every partition is made, no row is lost", async () => {
  const ids = Array.from({ length: 60 }, (_, i) =>
    idAt(new Date(Date.UTC(2036, 6, 1, 0, i)).toISOString(), "0"),
  );
  const writers = ids.map((id) => add(id));
  const workers = Array.from({ length: 4 }, () => ensure("2036-07-15T00:00:00Z"));
  await Promise.all([...writers, ...workers]);
  expect(await partitions("2036_0[5-9]")).toBe(5 * TABLES.length);
  for (const id of ids) {
    expect(await whereIs(id)).toEqual(["partition.run_2036_07", "partition.node_run_2036_07"]);
  }
});

test("a scope may not make partitions", async () => {
  const made = withScopeClient(db, scope, (client) => ensurePartitions(client, new Date()));
  await expect(made).rejects.toThrow(/permission denied/);
});

test("a new partition has its table's key and indexes, so that a run list needs no sort", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT regexp_replace(indexdef, '^.* USING ', '') AS name FROM pg_indexes
     WHERE schemaname = 'partition' AND tablename = 'run_2031_01' ORDER BY 1`,
  );
  expect(rows.map((row) => row.name)).toEqual([
    "btree (project_id, code_version, id DESC)",
    "btree (project_id, id)",
    "btree (project_id, number)",
    "btree (project_id, pipeline_id, id DESC)",
    "btree (project_id, status, id DESC)",
    "gin (tags jsonb_path_ops)",
  ]);
  const plan = await withScopeClient(db, scope, async (client) => {
    await client.query("SET LOCAL enable_seqscan = off");
    return client.query("EXPLAIN SELECT * FROM run WHERE project_id = $1 ORDER BY id DESC LIMIT 20", [
      scope.projectId,
    ]);
  });
  const text = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toContain("Index Scan Backward using run_2031_01_pkey");
  expect(text).not.toMatch(/-> +Sort/);
});
