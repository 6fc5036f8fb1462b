import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { startEmbedded } from "@heddle/db/embedded";
import { type RedisServer, startRedis } from "@heddle/queue/testing";
import { freePort } from "../product/free-port";
import { type NginxProxy, startNginx } from "./nginx";
import { ServerProcess } from "./server-process";

const ROOT = path.join(import.meta.dirname, "../..");

/** Several web and worker processes on one PostgreSQL and one Redis, with nginx in front. */
export interface Scaled {
  url: string;
  email: string;
  password: string;
  apiKey: string;
  proxy: NginxProxy;
  redis: RedisServer;
  /** A Redis without data where the one that was stopped had been. */
  restartRedis(port: number): Promise<void>;
  webs: ServerProcess[];
  workers: ServerProcess[];
  stop(): Promise<void>;
}

/** Starts all of it from nothing, each part as an operator would. */
export async function startScaled(nginx: string, webs: number, workers: number): Promise<Scaled> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await startAll(nginx, { web: webs, worker: workers }, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  nginx: string,
  counts: { web: number; worker: number },
  undo: (() => Promise<unknown>)[],
): Promise<Omit<Scaled, "stop">> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-scaled-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const database = await startEmbedded({ dataDir: folder, log: () => undefined, durable: false });
  undo.push(() => database.stop());
  const redis = await startRedis();
  undo.push(() => redis.stop());
  const restartRedis = async (at: number) => {
    const again = await startRedis(at);
    undo.push(() => again.stop());
  };
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    HEDDLE_SECRET: randomBytes(32).toString("base64"),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HOST: "127.0.0.1",
    TRUSTED_PROXIES: "1",
  };
  await promisify(execFile)(process.execPath, ["apps/admin/heddle-admin.mjs", "initialise", folder], {
    cwd: ROOT,
    env,
  });
  const some = async (app: "web" | "worker") => {
    const made: ServerProcess[] = [];
    for (let each = 1; each <= counts[app]; each++) {
      made.push(new ServerProcess(app, `${app} ${each}`, { ...env, PORT: String(await freePort()) }));
    }
    return made;
  };
  const [webs, workers] = [await some("web"), await some("worker")];
  for (const each of [...webs, ...workers]) undo.push(() => each.end("SIGKILL"));
  await Promise.all([...webs, ...workers].map((each) => each.start()));
  const upstreams = webs.map(({ url }) => url);
  const proxy = await startNginx(nginx, port, upstreams);
  undo.push(() => proxy.stop());
  const text = await readFile(path.join(folder, "first-sign-in.txt"), "utf8");
  const value = (label: string) => text.match(new RegExp(`^${label}: (.+)$`, "m"))?.[1] ?? "";
  const account = { email: value("E-mail"), password: value("Password"), apiKey: value("API key") };
  return { url: proxy.url, ...account, proxy, redis, restartRedis, webs, workers };
}
