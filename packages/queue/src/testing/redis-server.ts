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
  /** Ends it with SIGKILL: all that it held is lost. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** The servers that speak Redis and are on the PATH. Valkey is what became of Redis 7.2. */
export function redisPrograms(): { name: string; file: string }[] {
  return ["redis-server", "valkey-server"].flatMap((file) => {
    const { status, stdout } = spawnSync(file, ["--version"], { encoding: "utf8" });
    const [, product, version] = /^(\w+) server v=([\d.]+)/.exec(stdout ?? "") ?? [];
    return status === 0 ? [{ name: `${product} ${version}`, file }] : [];
  });
}

/**
 * Starts a Redis with a folder of its own, on a free port unless one is given: that of a Redis that was stopped.
 * The program is the first one on the PATH unless given.
 */
export async function startRedis(at?: number, file = redisPrograms()[0]?.file): Promise<RedisServer> {
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
  const server = spawn(file ?? "redis-server", [...settings, "--maxmemory-policy", "noeviction"], {
    stdio: "ignore",
  });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on("error", () => undefined);
  await client.ping();
  const end = async (signal: NodeJS.Signals) => {
    client.disconnect();
    if (server.exitCode === null && server.kill(signal)) await once(server, "exit");
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url,
    flush: async () => void (await client.flushall()),
    dropConnections: async () =>
      void (await client.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
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
