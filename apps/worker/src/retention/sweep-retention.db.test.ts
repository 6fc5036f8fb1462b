import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createUuidV7 } from "@heddle/contract";
import { TEST_SECRET } from "@heddle/core/testing";
import { ensurePartitions, withSystemClient } from "@heddle/db";
import { createTestDatabase, createTestProject, type TestProject } from "@heddle/db/testing";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deleteExpired, purge, removeLeftovers } from "./sweep-retention";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const DAY_MS = 24 * 60 * 60 * 1000;
const log = pino({ level: "silent" });
const db = await createTestDatabase();
const TOOLS = { db, log, instanceDays: null };
const workers: ChildProcess[] = [];
let project: TestProject;
beforeEach(async () => {
  project = await createTestProject(db);
});
afterEach(async () => {
  for (const worker of workers.splice(0)) {
    if (worker.exitCode === null && worker.kill("SIGKILL")) await once(worker, "exit");
  }
});

/** So many runs of an age, each with ten nodes. */
async function addRuns(runs: number, days: number): Promise<void> {
  const { projectId } = project.scope;
  const ids = Array.from({ length: runs }, (_, i) => createUuidV7(Date.now() - days * DAY_MS - i));
  await withSystemClient(db, async (client) => {
    await client.query(
      `insert into run (project_id, id, status, started_at, last_seen_at)
       select $1, id, 'succeeded', now(), now() from unnest($2::uuid[]) id`,
      [projectId, ids],
    );
    await client.query(
      `insert into node_run (project_id, run_id, node, task, attempt, status)
       select $1, id, i::text, '', 0, 'succeeded' from unnest($2::uuid[]) id, generate_series(1, 10) i`,
      [projectId, ids],
    );
  });
}

async function count(table: "run" | "node_run" | "project"): Promise<number> {
  const column = table === "project" ? "id" : "project_id";
  const { rows } = await withSystemClient(db, (client) =>
    client.query<{ count: number }>(`select count(*)::int as count from ${table} where ${column} = $1`, [
      project.scope.projectId,
    ]),
  );
  return rows[0]?.count ?? 0;
}

const set = (column: "retention_days" | "deleted_at", value: unknown) =>
  withSystemClient(db, (client) =>
    client.query(`update project set ${column} = $2 where id = $1`, [project.scope.projectId, value]),
  );

/** The worker as it runs in production, in a process of its own. */
function startWorker(): ChildProcess {
  const { PATH } = process.env;
  const env = {
    PATH,
    DATABASE_URL: db.url,
    HEDDLE_SECRET: TEST_SECRET,
    PUBLIC_URL: "https://heddle.example",
  };
  const worker = spawn(process.execPath, ["--import", "tsx", MAIN], { env, stdio: "ignore" });
  workers.push(worker);
  return worker;
}

test("a worker deletes what expired and what was deleted long ago, and keeps the rest", async () => {
  await addRuns(1200, 20);
  await addRuns(3, 5);
  await set("retention_days", 10);
  const gone = project;
  const stopping = new AbortController().signal;
  await deleteExpired({ ...TOOLS, stopping });
  await removeLeftovers({ ...TOOLS, stopping });
  expect([await count("run"), await count("node_run")]).toEqual([3, 30]);
  await set("deleted_at", new Date(Date.now() - 6 * DAY_MS));
  await purge({ ...TOOLS, stopping });
  expect(await count("run")).toBe(3);
  await set("deleted_at", new Date(Date.now() - 8 * DAY_MS));
  await purge({ ...TOOLS, stopping });
  expect([await count("run"), await count("node_run"), await count("project")]).toEqual([0, 0, 0]);
  expect(gone.scope).toEqual(project.scope);
});

test("whole months that are older than the instance keeps go at once, their runs with what hangs on them", async () => {
  const old = new Date(Date.now() - 400 * DAY_MS);
  await withSystemClient(db, (client) => ensurePartitions(client, old));
  await addRuns(20, 400);
  await addRuns(3, 5);
  const month = old.toISOString().slice(0, 7).replace("-", "_");
  const stopping = new AbortController().signal;
  const tables = async () => {
    const sql = "select relname from pg_class where relkind = 'r' and relname like '%' || $1 order by 1";
    const { rows } = await withSystemClient(db, (client) => client.query(sql, [month]));
    return rows.map(({ relname }) => relname);
  };
  await deleteExpired({ ...TOOLS, instanceDays: 365, stopping });
  expect([await count("run"), await count("node_run")]).toEqual([3, 30]);
  expect(await tables()).toEqual([`run_${month}`]);
  await deleteExpired({ ...TOOLS, instanceDays: 365, stopping });
  expect(await tables()).toEqual([]);
  expect([await count("run"), await count("node_run")]).toEqual([3, 30]);
});

test("a month in which a run still speaks is kept, and so is one that somebody reads", async () => {
  const old = new Date(Date.now() - 400 * DAY_MS);
  await withSystemClient(db, (client) => ensurePartitions(client, old));
  await addRuns(2, 400);
  const ofProject = "where project_id = $1";
  const query = (sql: string) =>
    withSystemClient(db, (client) => client.query(sql, [project.scope.projectId]));
  await query(`update run set status = 'running' ${ofProject}`);
  const tools = { ...TOOLS, instanceDays: 365, stopping: new AbortController().signal };
  await deleteExpired(tools);
  expect([await count("run"), await count("node_run")]).toEqual([2, 20]);
  await withSystemClient(db, async (reader) => {
    await reader.query("select count(*) from node_run");
    await query(`update run set status = 'failed' ${ofProject}`);
    await deleteExpired(tools);
  });
  expect(await count("run")).toBe(0);
});

test("told to stop it stops, and the next goes on", async () => {
  await addRuns(1500, 20);
  await set("retention_days", 10);
  await deleteExpired({ ...TOOLS, stopping: AbortSignal.abort() });
  expect(await count("run")).toBe(1500);
  const stop = new AbortController();
  const stopped = deleteExpired({ ...TOOLS, stopping: stop.signal });
  await vi.waitUntil(async () => (await count("run")) < 1500, { interval: 5, timeout: 20_000 });
  stop.abort();
  await stopped;
  await deleteExpired({ ...TOOLS, stopping: new AbortController().signal });
  expect(await count("run")).toBe(0);
});

test("killed in the middle of a purge, the next worker finishes it", async () => {
  await addRuns(4000, 3);
  await set("deleted_at", new Date(Date.now() - 8 * DAY_MS));
  const first = startWorker();
  await vi.waitUntil(async () => (await count("node_run")) < 40_000, { interval: 5, timeout: 50_000 });
  first.kill("SIGKILL");
  await once(first, "exit");
  expect(await count("project")).toBe(1);
  expect(await count("run")).toBeGreaterThan(0);
  startWorker();
  await vi.waitUntil(async () => (await count("project")) === 0, { interval: 100, timeout: 50_000 });
  expect([await count("run"), await count("node_run")]).toEqual([0, 0]);
}, 120_000);
