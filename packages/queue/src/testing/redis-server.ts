import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** A Redis of a test's own. */
export interface RedisServer {
  url: string;
  /** Forgets everything, as a lost server would. */
  flush(): Promise<void>;
  /** Ends every connection of others. */
  dropConnections(): Promise<void>;
  stop(): Promise<void>;
}

/** Where `redis-server` is, or null. */
export function redisServerPath(): string | null {
  const found = spawnSync("redis-server", ["--version"]);
  return found.status === 0 ? "redis-server" : null;
}

/** Starts a Redis with a folder of its own, on a free port unless one is given: that of a Redis that was stopped. */
export async function startRedis(at?: number): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "heddle-redis-"));
  const port = at ?? (await freePort());
  const settings = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const server = spawn("redis-server", [...settings, "--maxmemory-policy", "noeviction"], {
    stdio: "ignore",
  });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on("error", () => undefined);
  await client.ping();
  return {
    url,
    flush: async () => void (await client.flushall()),
    dropConnections: async () =>
      void (await client.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")),
    stop: async () => {
      client.disconnect();
      if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
