import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { authenticateApiKey, deriveKey } from "@heddle/core";
import { TEST_SECRET } from "@heddle/core/testing";
import { createDatabase } from "@heddle/db";
import { startEmbedded } from "@heddle/db/embedded";
import { afterAll, expect, test } from "vitest";
import { heddleAdmin } from "../testing/heddle-admin";

const folder = await mkdtemp(path.join(tmpdir(), "heddle-admin-"));
await chmod(folder, 0o755);
const server = await startEmbedded({ dataDir: folder, log: () => {}, durable: false });
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const admin = (...args: string[]) => heddleAdmin([...args, "--data-dir", folder], {});

test("without any variable it finds what npm start runs: database, secret and port", async () => {
  await writeFile(path.join(folder, "secrets"), `${TEST_SECRET}\n`);
  await writeFile(path.join(folder, "lock.json"), JSON.stringify({ pid: 1, started: "", port: 8299 }));
  expect((await admin("user", "list")).err).toContain("Run heddle-admin migrate");
  expect(await admin("migrate")).toMatchObject({ code: 0 });
  const made = await admin("user", "create", "ada@example.org");
  expect(made.out).toContain("  http://localhost:8299/reset/");
  await admin("organization", "create", "Acme", "--owner", "ada@example.org");
  const { key } = JSON.parse((await admin("key", "create", "acme", "--name", "k", "--json")).out);
  const db = createDatabase({ url: server.url });
  const hashingKey = deriveKey(TEST_SECRET, "api-key");
  const found = await authenticateApiKey({ ctx: { db, now: () => new Date() }, input: { key }, hashingKey });
  await db.close();
  expect(found).toMatchObject({ name: "k", project: null });
});

test("what does not run is left as it is", async () => {
  const other = path.join(folder, "other");
  const nowhere = await heddleAdmin(["status", "--data-dir", other], {});
  expect(nowhere).toMatchObject({ code: 1, out: "" });
  expect(nowhere.err).toContain(`Heddle is not running on the data folder ${other}`);
  await server.stop();
  const lock = path.join(folder, "postgres", "data", "postmaster.pid");
  const stale = `${process.pid}\n${folder}/another\n0\n5432\n`;
  await writeFile(lock, stale);
  expect((await admin("status")).err).toContain("Heddle is not running on");
  expect(await readFile(lock, "utf8")).toBe(stale);
});
