import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { createDatabase } from "../create-database";
import { migrate } from "../migrate";
import { withScope } from "../scope/prisma-transaction";
import { createTestProject } from "../testing";
import { urlOf } from "../testing/server";
import { withAdmin } from "../testing/with-admin";
import { findBinaries } from "./binaries";
import { findRunningServer } from "./running-server";
import { findServerUser } from "./server-user";
import { type EmbeddedServer, startEmbedded } from "./start-embedded";

const isRoot = process.getuid?.() === 0;
const scratch = await realpath(await mkdtemp(path.join(tmpdir(), "heddle-embedded-")));
await chmod(scratch, 0o755);
const started: EmbeddedServer[] = [];
afterAll(async () => {
  for (const server of started) await server.stop();
  await rm(scratch, { recursive: true, force: true });
});

const lines: string[] = [];
async function start(dataDir: string, durable = false): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: (line) => lines.push(line), durable });
  started.push(server);
  return server;
}

async function value(url: string, sql: string): Promise<unknown> {
  return withAdmin(url, async (client) => Object.values((await client.query(sql)).rows[0] ?? {})[0]);
}

const runningIn = (dataDir: string) => findRunningServer(path.join(dataDir, "postgres", "data"));
const dataDir = path.join(scratch, "first");
const first = await start(dataDir, true);
await withAdmin(first.url, (client) => client.query("CREATE TABLE kept AS SELECT 42 AS answer"));

test("is UTF-8, durable, local, and asks for a password that only its owner can read", async () => {
  expect(await value(first.url, "SHOW server_encoding")).toBe("UTF8");
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    expect(await value(first.url, `SHOW ${setting}`)).toBe("on");
  }
  expect(await value(first.url, "SHOW listen_addresses")).toBe("127.0.0.1");
  const { password } = new URL(first.url);
  expect(password.length).toBeGreaterThanOrEqual(32);
  const wrong = withAdmin(first.url.replace(password, "wrong"), async () => {});
  await expect(wrong).rejects.toThrow(/password authentication failed/);
  expect((await stat(path.join(dataDir, "postgres", "password"))).mode & 0o777).toBe(0o600);
  expect((await stat(path.join(dataDir, "postgres"))).mode & 0o077).toBe(0);
});

test("a second start takes over the server that runs, and keeps port and password", async () => {
  const before = await runningIn(dataDir);
  const again = await start(dataDir);
  expect(again.url).toBe(first.url);
  expect(await runningIn(dataDir)).toEqual(before);
});

test("stop ends it with connections open, stopping twice is no error, and a start finds the data", async () => {
  await withAdmin(first.url, (client) => client.query("CREATE DATABASE app"));
  const url = urlOf(first.url, "app");
  await migrate({ url });
  const db = createDatabase({ url });
  const client = await db.pool.connect();
  client.on("error", () => {});
  await first.stop();
  await first.stop();
  expect(await runningIn(dataDir)).toBeUndefined();
  client.release(true);
  const again = await start(dataDir, true);
  expect(again.url).toBe(first.url);
  expect(await value(again.url, "SELECT answer FROM kept")).toBe(42);
  const { scope } = await createTestProject(db);
  expect(await withScope(db, scope, (tx) => tx.project.count())).toBe(1);
  await db.close();
});

test("a kill -9 of the server loses nothing that was committed", async () => {
  await withAdmin(first.url, (client) => client.query("INSERT INTO kept VALUES (43)"));
  const server = await runningIn(dataDir);
  process.kill(server?.pid ?? 0, "SIGKILL");
  while (await runningIn(dataDir)) await sleep(20);
  const again = await start(dataDir, true);
  expect(await value(again.url, "SELECT sum(answer)::int FROM kept")).toBe(85);
});

test("a busy port is no error", async () => {
  await first.stop();
  const port = Number(new URL(first.url).port);
  const occupant = createServer().listen(port, "127.0.0.1");
  await once(occupant, "listening");
  const again = await start(dataDir);
  expect(Number(new URL(again.url).port)).not.toBe(port);
  expect(await value(again.url, "SELECT sum(answer)::int FROM kept")).toBe(85);
  occupant.close();
});

test("a lock file of another process's number does not stop a start", async () => {
  const dir = path.join(scratch, "stale");
  const server = await start(dir);
  await server.stop();
  const file = path.join(dir, "postgres", "data", "postmaster.pid");
  await writeFile(file, `${process.pid}\n${path.dirname(file)}\n1\n5432\n\n127.0.0.1\n 0 0\nready   \n`);
  const again = await start(dir);
  expect(await value(again.url, "SELECT 1")).toBe(1);
});

test("the owner is killed with its group: the server goes on, and the next start takes it over", async () => {
  const dir = path.join(scratch, "orphan");
  const module = path.join(import.meta.dirname, "index.ts");
  const script = `import { startEmbedded } from ${JSON.stringify(module)};
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dir)}, log: () => {} });
    console.log(url);
    setInterval(() => {}, 1000);`;
  await writeFile(path.join(scratch, "owner.mts"), script);
  const owner = spawn(process.execPath, ["--import", "tsx", path.join(scratch, "owner.mts")], {
    cwd: import.meta.dirname,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [chunk] = await once(owner.stdout, "data");
  const url = String(chunk).trim();
  await withAdmin(url, (client) => client.query("CREATE TABLE kept AS SELECT 1 AS answer"));
  const server = await runningIn(dir);
  process.kill(-(owner.pid ?? 0), "SIGINT");
  process.kill(-(owner.pid ?? 0), "SIGKILL");
  await once(owner, "close");
  expect(await value(url, "SELECT answer FROM kept")).toBe(1);
  const again = await start(dir);
  expect(again.url).toBe(url);
  expect(await runningIn(dir)).toEqual(server);
  await again.stop();
  expect(await runningIn(dir)).toBeUndefined();
});

test("data of a newer PostgreSQL is refused", async () => {
  const dir = path.join(scratch, "newer");
  await mkdir(path.join(dir, "postgres", "data"), { recursive: true });
  await writeFile(path.join(dir, "postgres", "data", "PG_VERSION"), "99\n");
  await expect(start(dir)).rejects.toThrow(/made by PostgreSQL 99; this Heddle brings 18.*--data-dir/);
});

test("a data folder that cannot be made is refused by name", async () => {
  const file = path.join(scratch, "file");
  await writeFile(file, "");
  await expect(start(file)).rejects.toThrow(/data folder .*file cannot be used: .*--data-dir/);
});

test("an initialisation that was interrupted is begun again", async () => {
  const dir = path.join(scratch, "half");
  await mkdir(path.join(dir, "postgres", "data.part"), { recursive: true });
  await writeFile(path.join(dir, "postgres", "data.part", "PG_VERSION"), "18\n");
  const server = await start(dir);
  expect(await value(server.url, "SELECT 1")).toBe(1);
  await server.stop();
});

test("nothing that is logged holds a password", async () => {
  const password = new URL(first.url).password;
  const logs = path.join(dataDir, "postgres", "data", "log");
  const files = (await readdir(logs)).map((name) => path.join(logs, name));
  const texts = await Promise.all(
    [...files, path.join(dataDir, "postgres", "server.log")].map((f) => readFile(f, "utf8")),
  );
  expect(files.length).toBeGreaterThan(0);
  expect([...texts, ...lines].join("\n")).not.toContain(password);
});

test("databases of one new cluster migrated at once make its roles together, also for a plain owner", async () => {
  const server = await start(path.join(scratch, "roles"));
  await withAdmin(server.url, async (client) => {
    await client.query("CREATE ROLE plain LOGIN CREATEROLE PASSWORD 'plain'");
    for (const name of ["one", "two", "three", "four"])
      await client.query(`CREATE DATABASE ${name} OWNER plain`);
  });
  const plain = new URL(server.url);
  plain.username = "plain";
  plain.password = "plain";
  const urls = ["one", "two", "three", "four"].map((name) => urlOf(plain.href, name));
  const applied = await Promise.all(urls.map((url) => migrate({ url })));
  for (const names of applied) expect(names.length).toBeGreaterThan(0);
  const db = createDatabase({ url: urls[0] ?? "" });
  const { scope } = await createTestProject(db);
  expect(await withScope(db, scope, (tx) => tx.project.count())).toBe(1);
  await db.close();
  await server.stop();
});

describe.runIf(isRoot)("as root", () => {
  test("a data folder behind a closed one is refused by name", async () => {
    const closed = path.join(scratch, "closed");
    await mkdir(closed, { mode: 0o700 });
    await expect(start(path.join(closed, "data"))).rejects.toThrow(/cannot enter .*closed\/data.*--data-dir/);
  });

  test("a closed data folder of our own is opened for passing only", async () => {
    const dir = path.join(scratch, "private");
    await mkdir(dir, { mode: 0o700 });
    const server = await start(dir);
    expect((await stat(dir)).mode & 0o777).toBe(0o711);
    await server.stop();
  });

  test("programs out of the server user's reach are copied", async () => {
    const hidden = path.join(scratch, "hidden");
    const folder = path.join(scratch, "programs");
    await mkdir(hidden, { mode: 0o700 });
    await mkdir(folder);
    const user = await findServerUser(path.join(scratch, "none"));
    const { bin } = await findBinaries(folder, user);
    await cp(path.resolve(bin, "..", ".."), hidden, { recursive: true, verbatimSymlinks: true });
    await chmod(hidden, 0o700);
    const found = await findBinaries(folder, user, hidden);
    expect(found.bin.startsWith(folder)).toBe(true);
    expect(found.version).toMatch(/^18\./);
  });
});
