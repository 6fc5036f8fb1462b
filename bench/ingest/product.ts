import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { createDatabase, type Database } from "@heddle/db";
import { startEmbedded } from "@heddle/db/embedded";
import { startRedis } from "@heddle/queue/testing";
import { freePort } from "../../e2e/product/free-port";
import { ServerProcess } from "../../e2e/scaled/server-process";
import { ResidentMemory } from "./resident-memory";

const ROOT = path.join(import.meta.dirname, "../..");

/** One web and one worker on a PostgreSQL of their own, as they run in production. */
export interface Product {
  url: string;
  apiKey: string;
  databaseUrl: string;
  db: Database;
  memory: { web: ResidentMemory; worker: ResidentMemory };
  /** Requests that web says it has refused with 429. */
  countRefused(): Promise<number>;
  startServices(): Promise<void>;
  stopServices(): Promise<void>;
}

export async function withProduct(
  backend: "postgresql" | "redis",
  work: (product: Product) => Promise<void>,
): Promise<void> {
  const undo: (() => unknown)[] = [];
  try {
    await work(await start(backend, undo));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function start(backend: "postgresql" | "redis", undo: (() => unknown)[]): Promise<Product> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-bench-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const server = await startEmbedded({ dataDir: folder, log: () => {} });
  undo.push(() => server.stop());
  const redis = backend === "redis" ? await startRedis() : undefined;
  undo.push(() => redis?.stop());
  const [port, metricsPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: server.url,
    ...(redis && { REDIS_URL: redis.url }),
    HEDDLE_SECRET: randomBytes(32).toString("base64"),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HOST: "127.0.0.1",
  };
  const initialise = ["apps/admin/heddle-admin.mjs", "initialise", folder];
  await promisify(execFile)(process.execPath, initialise, { cwd: ROOT, env });
  const web = new ServerProcess("web", "web", {
    ...env,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
  });
  const worker = new ServerProcess("worker", "worker", { ...env, PORT: String(port) });
  const services = [web, worker];
  for (const each of services) undo.push(() => each.end("SIGKILL"));
  const startServices = async () => void (await Promise.all(services.map((each) => each.start())));
  await startServices();
  const db = createDatabase({ url: server.url });
  undo.push(() => db.close());
  const text = await readFile(path.join(folder, "first-sign-in.txt"), "utf8");
  const apiKey = text.match(/^API key: (.+)$/m)?.[1] ?? "";
  const memory = { web: new ResidentMemory(web), worker: new ResidentMemory(worker) };
  for (const each of Object.values(memory)) undo.push(() => each.stop());
  return {
    url: web.url,
    apiKey,
    databaseUrl: server.url,
    db,
    memory,
    countRefused: () => countRefused(metricsPort),
    startServices,
    async stopServices() {
      for (const each of services) await each.end("SIGTERM");
    },
  };
}

async function countRefused(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const values = [...text.matchAll(/^heddle_http_rate_limited_total\{.*\} (\d+)$/gm)];
  return values.reduce((sum, [, value]) => sum + Number(value), 0);
}
