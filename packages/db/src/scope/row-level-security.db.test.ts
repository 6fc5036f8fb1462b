import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../testing";
import { sampleInsert } from "../testing/sample-row";
import { withScopeClient, withSystemClient } from "./client-transaction";

/** Tables of the platform itself, out of reach of a scope. */
const PLATFORM = ["_prisma_migrations", "attempt_count", "user_identity", "user_token", "worker_heartbeat"];
/** Others refer to these. */
const FIRST = ["organization", "user", "project", "membership", "alert_incident"];

const db = await createTestDatabase();
const owner = new pg.Client({ connectionString: db.url });
await owner.connect();
afterAll(() => owner.end());

const { rows: found } = await owner.query<{ name: string }>(
  "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
);
const tables = found.map((row) => row.name);
const tenantTables = tables.filter((name) => !PLATFORM.includes(name));

const a = randomUUID();
const b = randomUUID();
/** Ids are the same in every table, so a tenant is one uuid: its organisation's and its project's. */
const scopeOf = (tenant: string) => ({ organizationId: tenant, projectId: tenant });
const keyOf = (table: string) => {
  if (["organization", "user"].includes(table)) return "id";
  return ["membership", "project", "audit_event", "invitation", "api_key"].includes(table)
    ? "organization_id"
    : "project_id";
};

beforeAll(async () => {
  const order = [
    ...FIRST,
    ...tables.filter((name) => !FIRST.includes(name) && name !== "_prisma_migrations"),
  ];
  for (const tenant of [a, b]) {
    for (const table of order) {
      const { text, values } = await sampleInsert(owner, table, tenant);
      await withSystemClient(db, (client) => client.query(text, values));
    }
  }
});

/** Tables that a scope may read and that do not keep tenants apart. */
async function open(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
       AND has_any_column_privilege('heddle_app', oid, 'SELECT, INSERT, UPDATE, REFERENCES')
       AND NOT (relrowsecurity AND EXISTS (SELECT FROM pg_policies
         WHERE tablename = relname AND policyname = 'tenant' AND roles = '{heddle_app}' AND qual <> 'true'))`,
  );
  return rows.map((row) => row.name);
}

test("every table with a tenant is known here and has its policy", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('project_id', 'organization_id')`,
  );
  expect(tenantTables).toEqual(expect.arrayContaining(rows.map((row) => row.name)));
  expect(await open()).toEqual([]);
});

test("a new table without a policy is found", async () => {
  await owner.query("CREATE TABLE forgotten (project_id uuid); GRANT SELECT ON forgotten TO heddle_app");
  expect(await open()).toEqual(["forgotten"]);
  await owner.query("DROP TABLE forgotten");
});

test("a new table is closed to a scope until it is granted", async () => {
  await owner.query("CREATE TABLE ungranted (project_id uuid)");
  const read = withScopeClient(db, scopeOf(a), (client) => client.query("SELECT FROM ungranted"));
  await expect(read).rejects.toThrow(/permission denied/);
  await owner.query("DROP TABLE ungranted");
});

describe.each(tenantTables)("%s", (table) => {
  const name = pg.escapeIdentifier(table);
  const key = keyOf(table);
  const keys = async (client: pg.ClientBase) =>
    (await client.query<{ key: string }>(`SELECT ${key} AS key FROM ${name}`)).rows.map((row) => row.key);

  test("shows a tenant its own rows and nothing else", async () => {
    expect(await withSystemClient(db, keys)).toEqual(expect.arrayContaining([a, b]));
    expect(await withScopeClient(db, scopeOf(a), keys)).toEqual([a]);
    expect(await withScopeClient(db, scopeOf(b), keys)).toEqual([b]);
    expect(await withScopeClient(db, scopeOf(randomUUID()), keys)).toEqual([]);
  });

  test("shows nothing without a tenant, also on a connection that had one", async () => {
    const client = await db.pool.connect();
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE heddle_app");
    expect(await keys(client)).toEqual([]);
    await client.query(
      "SELECT set_config('heddle.project_id', $1, true), set_config('heddle.organization_id', $1, true)",
      [a],
    );
    expect(await keys(client)).toEqual([a]);
    await client.query("ROLLBACK; BEGIN; SET LOCAL ROLE heddle_app");
    expect(await keys(client)).toEqual([]);
    await client.query("ROLLBACK");
    client.release();
  });

  test("lets a tenant change no row of another", async () => {
    for (const statement of [
      `UPDATE ${name} SET ${key} = ${key} WHERE ${key} = $1`,
      `DELETE FROM ${name} WHERE ${key} = $1`,
    ]) {
      const changed = await withScopeClient(db, scopeOf(a), (client) => client.query(statement, [b])).then(
        (result) => result.rowCount,
        (error: Error) => error.message,
      );
      expect(changed === 0 || changed === `permission denied for table ${table}`, String(changed)).toBe(true);
    }
    expect(await withSystemClient(db, keys)).toContain(b);
  });

  test("lets a tenant add no row to another", async () => {
    const { text, values } = await sampleInsert(owner, table, b);
    const added = withScopeClient(db, scopeOf(a), (client) => client.query(text, values));
    await expect(added).rejects.toThrow(/row-level security|permission denied/);
    const moved = withScopeClient(db, scopeOf(a), (client) =>
      client.query(`UPDATE ${name} SET ${key} = $1`, [b]),
    );
    await expect(moved).rejects.toThrow(/row-level security|permission denied/);
  });
});

test("two projects of one organisation are kept apart", async () => {
  const second = randomUUID();
  await withSystemClient(db, async (client) => {
    const columns =
      "INSERT INTO project (id, organization_id, slug, name) VALUES ($1, $2, 'second', 'second')";
    await client.query(columns, [second, a]);
    await client.query("INSERT INTO pipeline (project_id, id, name) VALUES ($1, $1, 'of second')", [second]);
    await client.query(
      "INSERT INTO audit_event (id, organization_id, project_id, actor_type, actor, action, target) VALUES ($1, $2, $1, '', '', '', '')",
      [second, a],
    );
  });
  const read = (projectId: string, sql: string) =>
    withScopeClient(
      db,
      { organizationId: a, projectId },
      async (client) => (await client.query(sql)).rowCount,
    );
  expect(await read(a, "SELECT FROM pipeline")).toBe(1);
  expect(await read(second, "SELECT FROM pipeline WHERE name = 'of second'")).toBe(1);
  expect(await read(a, "SELECT FROM audit_event")).toBe(1);
  expect(await read(a, "SELECT FROM project")).toBe(2);
});

test.each(PLATFORM)("%s is out of a scope's reach", async (table) => {
  const read = withScopeClient(db, scopeOf(a), (client) =>
    client.query(`SELECT FROM ${pg.escapeIdentifier(table)}`),
  );
  await expect(read).rejects.toThrow(/permission denied/);
});

test("partitions cannot be read around their table", async () => {
  const tenant = withScopeClient(db, scopeOf(a), (client) => readPartition(client, "node_run_default"));
  await expect(tenant).rejects.toThrow("permission denied for schema partition");
  for (const name of ["run_default", "node_run_default", "node_attribute_default", "column_stat_default"]) {
    const system = withSystemClient(db, (client) => readPartition(client, name));
    await expect(system).rejects.toThrow(`permission denied for table ${name}`);
  }
});

function readPartition(client: pg.ClientBase, name: string) {
  return client.query(`SELECT FROM "partition".${pg.escapeIdentifier(name)}`);
}
