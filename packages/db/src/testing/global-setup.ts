import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../embedded";
import { migrate } from "../migrate";
import { urlOf } from "./server";
import { withAdmin } from "./with-admin";

const FOLDER = "heddle-test-";

/** Starts one PostgreSQL for the whole run, or uses TEST_DATABASE_URL, and makes the template once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer();
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

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  await sweep();
  const dataDir = await mkdtemp(path.join(tmpdir(), `${FOLDER}${process.pid}-`));
  const server = await startEmbedded({ dataDir, log: () => {}, durable: false });
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
    const left = await startEmbedded({ dataDir, log: () => {}, durable: false }).catch(() => undefined);
    await left?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
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
