import { spawnSync } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTestDatabase } from "@heddle/db/testing";
import { afterAll, expect, test } from "vitest";
import { createMigration } from "./create-migration";

const { url } = await createTestDatabase();
const folder = await mkdtemp(path.join(tmpdir(), "heddle-prisma-"));
await cp(import.meta.dirname, folder, { recursive: true });
afterAll(() => rm(folder, { recursive: true }));

function run(args: string[], databaseUrl: string) {
  const script = path.join(import.meta.dirname, "migrate.ts");
  return spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: path.dirname(import.meta.dirname),
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: "utf8",
  });
}

test("a migration holds what changed in the schema, once", async () => {
  expect(await createMigration("nothing", url, folder)).toBeUndefined();
  await appendFile(
    path.join(folder, "schema.prisma"),
    '\nmodel Extra {\n  id Int @id\n  @@map("extra")\n}\n',
  );
  const file = await createMigration("add_extra", url, folder);
  expect(file).toMatch(/\d{14}_add_extra\/migration.sql$/);
  const sql = await readFile(path.resolve(file ?? ""), "utf8");
  expect(sql.match(/^(CREATE|ALTER|DROP).*/gm)).toEqual(['CREATE TABLE "extra" (']);
  expect(await createMigration("again", url, folder)).toBeUndefined();
});

test("a name that is no name is refused", async () => {
  await expect(createMigration("../up", url, folder)).rejects.toThrow(/is no name for a migration/);
});

test("deploy says what it did", () => {
  const { status, stdout } = run(["deploy"], url);
  expect([status, stdout]).toEqual([0, "The database is up to date.\n"]);
});

test.each([
  {
    args: ["deploy"],
    to: "postgresql://127.0.0.1:1/none",
    sentence: /^The database at 127.0.0.1:1\/none cannot be reached: /,
  },
  { args: ["deploy"], to: "", sentence: /^DATABASE_URL is not set/ },
  { args: ["launch"], to: "", sentence: /^Usage:/ },
])("$args on '$to' fails with a sentence and no trace", ({ args, to, sentence }) => {
  const { status, stderr } = run(args, to);
  expect(status).toBe(1);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toContain("    at ");
});
