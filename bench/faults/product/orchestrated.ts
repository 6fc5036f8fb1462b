import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { deriveKey, initialiseInstance } from "@heddle/core";
import { createDatabase } from "@heddle/db";
import { type EmbeddedServer, startEmbedded } from "@heddle/db/embedded";
import { migrate } from "@heddle/db/migrate";
import { type RedisServer, startRedis } from "@heddle/queue/testing";
import { oneOf } from "../random";
import { productEnvironment, ROOT, SECRET } from "./environment";
import { freePort } from "./free-port";
import { KeptRunning } from "./kept-running";
import { killBackend, postmasterId } from "./postgres";
import type { Product } from "./product";
import { killProcess } from "./signal";
import { until } from "./until";

const START_MS = 120_000;
const ENTRY = { web: "server.ts", worker: "src/main.ts" };

interface Options {
  /** `host:port` that webhooks may reach. */
  receiver: string;
  /** Whether jobs are in a Redis; else they are in PostgreSQL. */
  redis: boolean;
  workers: number;
}

/** Web and workers against a PostgreSQL and perhaps a Redis, each started again when it dies. */
export async function startOrchestrated(options: Options): Promise<Product> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await startAll(options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Undo = (() => Promise<unknown>)[];

async function startAll(options: Options, undo: Undo): Promise<Omit<Product, "stop">> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "heddle-faults-"));
  undo.push(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const database = await ownPostgres(dataDir, undo);
  const apiKey = await initialise(database.url);
  const redis = options.redis ? await ownRedis(undo) : undefined;
  const port = await freePort();
  const env = productEnvironment(options.receiver, {
    DATABASE_URL: database.url,
    REDIS_URL: redis?.url ?? "",
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });
  const keep = (app: "web" | "worker", name: string) => {
    const args = ["--import", import.meta.resolve("tsx"), ENTRY[app]];
    const kept = new KeptRunning({ name, cwd: path.join(ROOT, "apps", app), args, env });
    undo.push(() => kept.stop());
    kept.start();
    return kept;
  };
  const web = keep("web", "web");
  const workers = Array.from({ length: options.workers }, (_, each) => keep("worker", `worker ${each + 1}`));
  const [first = web, ...others] = workers;
  const lines = () => [web, ...workers].map(({ child }) => child.lastLines).join("\n");
  const whole = () =>
    until(async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).ok, {
      limitMs: START_MS,
      why: () => `The product does not come back:\n${lines()}`,
    });
  await whole();
  return {
    name: redis ? "orchestrated, jobs in Redis" : "orchestrated, jobs in PostgreSQL",
    url: `http://127.0.0.1:${port}`,
    apiKey,
    databaseUrl: database.url,
    kill: {
      web: () => web.kill(),
      worker: () => oneOf([first, ...others]).kill(),
      postmaster: database.kill,
      backend: () => killBackend(database.url),
      ...(redis ? { redis: redis.kill } : {}),
    },
    ...(redis ? { flush: redis.flush } : {}),
    whole,
    lastLines: lines,
  };
}

async function initialise(databaseUrl: string): Promise<string> {
  await migrate({ url: databaseUrl });
  const db = createDatabase({ url: databaseUrl, maxConnections: 1 });
  const hashingKey = deriveKey(SECRET, "api-key");
  try {
    const ctx = { db, now: () => new Date() };
    const first = await initialiseInstance({ ctx, hashingKey, keep: async () => {} });
    return first?.apiKey ?? "";
  } finally {
    await db.close();
  }
}

/** A PostgreSQL with all its safety that is started again at the same address when it was killed. */
async function ownPostgres(dataDir: string, undo: Undo) {
  const start = () => startEmbedded({ dataDir, log: () => {} });
  let server: EmbeddedServer = await start();
  const { url } = server;
  undo.push(() => server.stop());
  const kill = async () => {
    const killed = await killProcess(await postmasterId(dataDir));
    await until(
      async () => {
        server = await start();
        return server.url === url;
      },
      { limitMs: START_MS, why: () => "PostgreSQL does not come back at its address." },
    );
    return killed;
  };
  return { url, kill };
}

/** A Redis that comes back empty when it was killed. */
async function ownRedis(undo: Undo) {
  let redis: RedisServer = await startRedis();
  const { url } = redis;
  undo.push(() => redis.stop());
  const kill = async () => {
    await redis.kill();
    redis = await startRedis(Number(new URL(url).port));
    return true;
  };
  return { url, kill, flush: () => redis.flush() };
}
