import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { createRawDatabase } from "../testing/create-test-database";
import { withAdmin } from "../testing/with-admin";
import { checkDatabase } from "./check-database";
import { migrate } from "./migrate";
import { MIGRATIONS_DIR, migrationNames } from "./migrations-folder";

const EMPTY = "TEMPLATE template0 ENCODING 'UTF8'";
const ALL = await migrationNames(MIGRATIONS_DIR);

const scratch = await mkdtemp(path.join(tmpdir(), "heddle-migrations-"));
afterAll(() => rm(scratch, { recursive: true }));

/** The real folder of migrations with one more. */
async function folderWith(name: string, sql: string): Promise<string> {
  const folder = path.join(scratch, name);
  await cp(MIGRATIONS_DIR, folder, { recursive: true });
  await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, name, "migration.sql"), sql);
  return folder;
}

async function recorded(url: string): Promise<unknown[]> {
  const sql =
    "SELECT migration_name, finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations";
  return withAdmin(url, async (client) => (await client.query(sql)).rows);
}

test("applies what is missing, then nothing", async () => {
  const url = await createRawDatabase(EMPTY);
  expect(await migrate({ url })).toEqual(ALL);
  expect(await migrate({ url })).toEqual([]);
  const more = await folderWith("29990101000000_more", "CREATE TABLE more (id int); SELECT 1;");
  expect(await migrate({ url, folder: more })).toEqual(["29990101000000_more"]);
  const done = { finished: true, applied_steps_count: 1 };
  expect(await recorded(url)).toEqual(
    [...ALL, "29990101000000_more"].map((migration_name) => ({ migration_name, ...done })),
  );
});

test("two deploys at once: one applies, the other waits and finds nothing to do", async () => {
  const url = await createRawDatabase(EMPTY);
  const applied = await Promise.all([migrate({ url }), migrate({ url }), migrate({ url })]);
  expect(applied.flat().sort()).toEqual(ALL);
  expect(await recorded(url)).toHaveLength(ALL.length);
});

test("deploys to several databases of one cluster at once share their roles", async () => {
  const urls = await Promise.all(Array.from({ length: 4 }, () => createRawDatabase(EMPTY)));
  const applied = await Promise.all(urls.map((url) => migrate({ url })));
  expect(applied).toEqual(urls.map(() => ALL));
});

test("a migration that fails leaves the database as the one before it left it, and can be mended", async () => {
  const url = await createRawDatabase(EMPTY);
  await migrate({ url });
  const bad = await folderWith("29990101000000_bad", "CREATE TABLE half (id int); SELECT 1 / 0;");
  await expect(migrate({ url, folder: bad })).rejects.toThrow(
    "unchanged. In 29990101000000_bad: ERROR: division by zero",
  );
  expect(await recorded(url)).toHaveLength(ALL.length);
  const half = await withAdmin(url, (client) => client.query("SELECT to_regclass('half') AS name"));
  expect(half.rows).toEqual([{ name: null }]);

  await cp(
    path.join(await folderWith("29980101000000_good", "SELECT 1;"), "29980101000000_good"),
    path.join(bad, "29980101000000_good"),
    { recursive: true },
  );
  await expect(migrate({ url, folder: bad })).rejects.toThrow(
    "and is as 29980101000000_good left it. In 29990101000000_bad: ERROR: division by zero",
  );
  expect(await recorded(url)).toHaveLength(ALL.length + 1);
  await writeFile(path.join(bad, "29990101000000_bad", "migration.sql"), "SELECT 1;");
  expect(await migrate({ url, folder: bad })).toEqual(["29990101000000_bad"]);
});

test("a migration whose table stays in use ends with a sentence that names who uses it", async () => {
  const url = await createRawDatabase(EMPTY);
  await migrate({ url });
  const folder = await folderWith("29990101000000_wide", "ALTER TABLE project ADD COLUMN extra text;");
  await withAdmin(url, async (client) => {
    await client.query("SET application_name = 'long report'");
    await client.query("BEGIN");
    await client.query("SELECT count(*) FROM project");
    await expect(migrate({ url, folder, patienceMs: 0 })).rejects.toThrow(
      /^29990101000000_wide needs a table that other transactions use: process \d+ \(long report\), since .* UTC. It was not applied/,
    );
    await client.query("ROLLBACK");
  });
  expect(await recorded(url)).toHaveLength(ALL.length);
  expect(await migrate({ url, folder })).toEqual(["29990101000000_wide"]);
});

test("data of a newer version is refused", async () => {
  const url = await createRawDatabase(EMPTY);
  await migrate({ url, folder: await folderWith("29990101000000_newer", "SELECT 1;") });
  await expect(migrate({ url })).rejects.toThrow(
    /made by a newer version of Heddle \(migration 29990101000000_newer\)/,
  );
});

test("a database that holds something else is refused", async () => {
  const url = await createRawDatabase(EMPTY);
  await withAdmin(url, (client) => client.query("CREATE TABLE theirs (id int)"));
  await expect(migrate({ url })).rejects.toThrow(/already holds tables of something else/);
});

test("a database that is not UTF-8 is refused", async () => {
  const url = await createRawDatabase("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");
  await expect(checkDatabase(url)).rejects.toThrow(/encoded in SQL_ASCII; Heddle needs UTF8/);
});

test("an unreachable database is named without its password", async () => {
  const error = await checkDatabase("postgresql://me:secret@127.0.0.1:1/shop").catch((cause: Error) => cause);
  expect(String(error)).toMatch(/database at 127.0.0.1:1\/shop cannot be reached: .*ECONNREFUSED/);
  expect(String(error)).not.toContain("secret");
  await expect(checkDatabase("not a url")).rejects.toThrow(/DATABASE_URL is not a URL/);
});
