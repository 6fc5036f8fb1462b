import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { createTestDatabase } from "../testing";
import { describablePool } from "../testing/describable-pool";
import { withAdmin } from "../testing/with-admin";
import { diffSchemas } from "./diff-schemas";
import { MIGRATIONS_DIR, readSchema } from "./migrations-folder";
import { createSchemaEngine } from "./schema-engine";

const NOTHING = "-- This is an empty migration.\n";

/** SQL that would lead from a database to a schema. */
async function difference(url: string, schema: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url });
  const files = [{ path: "schema.prisma", content: schema }];
  try {
    const engine = await createSchemaEngine(describablePool(pool), schema);
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "/" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    await pool.end();
  }
}

const { url } = await createTestDatabase();

test("the migrations make what schema.prisma says", async () => {
  expect(await difference(url, await readSchema())).toBe(NOTHING);
});

test("a column, an index or a model on one side only is seen", async () => {
  const schema = await readSchema();
  const more = schema.replace('@@map("name_text")', 'extra String?\n  @@map("name_text")');
  expect(await difference(url, more)).toContain('ALTER TABLE "name_text" ADD COLUMN');
  const indexed = schema.replace('@@map("node_run")', '@@index([projectId, status])\n  @@map("node_run")');
  expect(await difference(url, indexed)).toContain("CREATE INDEX");
  expect(await difference(url, `${schema}\nmodel Extra {\n  id Int @id\n}`)).toContain(
    'CREATE TABLE "Extra"',
  );

  const { url: changed } = await createTestDatabase();
  await withAdmin(changed, (client) => client.query("ALTER TABLE run ADD COLUMN extra text"));
  expect(await difference(changed, schema)).toContain('ALTER TABLE "run" DROP COLUMN "extra"');
});

test("no change of schema.prisma lacks its migration", async () => {
  const previous = await readFile(path.join(MIGRATIONS_DIR, "schema.prisma"), "utf8");
  expect(await diffSchemas(inject("testServer").url, previous, await readSchema())).toBe(NOTHING);
});

test("what Prisma cannot see is exactly this", async () => {
  await withAdmin(url, async (client) => {
    const names = async (sql: string) =>
      (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);
    expect(
      await names(`SELECT relname || ' by ' || pg_get_partkeydef(oid) AS name FROM pg_class
        WHERE relkind = 'p' AND relnamespace = 'public'::regnamespace ORDER BY 1`),
    ).toEqual([
      "column_stat by RANGE (run_id)",
      "node_attribute by RANGE (run_id)",
      "node_run by RANGE (run_id)",
      "run by RANGE (id)",
      "run_batch by RANGE (run_id)",
    ]);
    expect(
      await names(
        "SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1",
      ),
    ).toEqual(["current_organization_id", "current_project_id", "drop_partition", "ensure_partitions"]);
    const ours = "connamespace = 'public'::regnamespace";
    expect(
      await names(`SELECT conname AS name FROM pg_constraint WHERE ${ours} AND contype IN ('c', 'x')`),
    ).toEqual([]);
    expect(await names("SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal")).toEqual([]);
  });
});
