import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { TEST_SECRET } from "@heddle/core/testing";
import { startEmbedded } from "@heddle/db/embedded";
import { atEnd, createTestDatabase, withAdmin } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { heddleAdminProcess, PROGRAM } from "../testing/heddle-admin";
import { contents } from "./testing/contents";
import { fill } from "./testing/fill";

let source: string;
let folder: string;

beforeAll(async () => {
  source = (await createTestDatabase()).url;
  await fill(source);
  folder = await mkdtemp(path.join(tmpdir(), "heddle-commands-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  // The server's user must get through.
  await chmod(folder, 0o755);
});

const sourceEnv = () => ({ DATABASE_URL: source, HEDDLE_SECRET: TEST_SECRET });

test("from a database into a new data folder, which keeps the secret for npm start", async () => {
  const file = path.join(folder, "backup.sql.gz");
  const dataDir = path.join(folder, "new");
  const made = await heddleAdminProcess(["backup", file], sourceEnv());
  expect(made).toMatchObject({ code: 0, out: "" });
  expect(made.err).toMatch(/^Backed up 30 tables, [\d,]+ rows, .*\nThe backup does not hold HEDDLE_SECRET/);

  const where = ["--data-dir", dataDir, "restore", file];
  const refused = await heddleAdminProcess(where, {});
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toContain("Set HEDDLE_SECRET to the secret of the instance that was backed up");

  const done = await heddleAdminProcess(where, { HEDDLE_SECRET: TEST_SECRET });
  expect(done, done.err).toMatchObject({ code: 0, err: "" });
  expect(done.out).toMatch(/^Restored 30 tables, [\d,]+ rows, .* as they were at 20.*Z in Heddle \d/);
  expect((await readFile(path.join(dataDir, "secrets"), "utf8")).trim()).toBe(TEST_SECRET);
  expect((await stat(path.join(dataDir, "secrets"))).mode & 0o777).toBe(0o600);
  expect((await readdir(dataDir)).sort()).toEqual(["heddle.json", "postgres", "secrets"]);
  const server = await startEmbedded({ dataDir, log: () => {}, durable: false });
  try {
    expect(await contents(server.url)).toEqual(await contents(source));
  } finally {
    await server.stop();
  }

  const again = await heddleAdminProcess(where, {});
  expect(again).toMatchObject({ code: 1 });
  expect(again.err).toContain("There is a database in");
});

test("a refused restore leaves no database in the data folder", async () => {
  const dataDir = path.join(folder, "refused");
  const refused = await heddleAdminProcess(["--data-dir", dataDir, "restore", PROGRAM], {
    HEDDLE_SECRET: TEST_SECRET,
  });
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/^This is not a whole backup: .*\n$/);
  expect(await readdir(dataDir)).toEqual(["heddle.json"]);
});

test("what is missing or too much is named", async () => {
  const nowhere = await heddleAdminProcess(["restore", PROGRAM], {});
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining("Say where to restore to") });
  const two = await heddleAdminProcess(["--data-dir", folder, "restore", PROGRAM], sourceEnv());
  expect(two).toMatchObject({ code: 1, err: expect.stringContaining("Give only one of them") });
  const missing = await heddleAdminProcess(["restore", path.join(folder, "none")], sourceEnv());
  expect(missing).toMatchObject({ code: 1, err: expect.stringContaining("cannot be read (ENOENT)") });
});

test("through a pipe, where half of it is a failure", async () => {
  const script = `set -o pipefail; "$NODE" "$PROGRAM" backup - 2>/dev/null | head -c 100 | wc -c`;
  const shell = spawn("bash", ["-c", script], {
    env: { PATH: process.env.PATH, ...sourceEnv(), NODE: process.execPath, PROGRAM },
  });
  const [code] = await once(shell, "close");
  expect(code).not.toBe(0);
});

test("Ctrl-C ends a backup that waits, and leaves no file", async () => {
  const file = path.join(folder, "broken.gz");
  await withAdmin(source, async (owner) => {
    await owner.query("BEGIN");
    await owner.query("LOCK TABLE run IN ACCESS EXCLUSIVE MODE");
    const child = spawn(process.execPath, [PROGRAM, "backup", file], { env: sourceEnv() });
    const ended = once(child, "close");
    const waiting = "SELECT FROM pg_locks WHERE NOT granted AND relation = 'run'::regclass";
    while ((await owner.query(waiting)).rowCount === 0) await sleep(50);
    child.kill("SIGINT");
    expect(await ended).toEqual([130, null]);
    await owner.query("ROLLBACK");
  });
  expect((await readdir(folder)).filter((name) => name.startsWith("broken"))).toEqual([]);
});
