import { once } from "node:events";
import { createServer } from "node:net";
import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { createQueue } from "./create-queue";
import { availableBackends, startRedis } from "./testing/index";

const DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";

/** Opens the queue on this Redis and closes it again; what was told meanwhile. */
async function toldOf(redisUrl: string): Promise<string[]> {
  const told: string[] = [];
  const onError = (error: Error) => told.push(error.message);
  const queue = await createQueue({ databaseUrl: DATABASE_URL, redisUrl, onError });
  await queue.close();
  return told;
}

/** A port at which something answers each command as this version of Redis would answer INFO. */
async function startOldRedis(version: string) {
  const info = `# Server\r\nredis_version:${version}\r\n# Memory\r\nmaxmemory_policy:noeviction\r\n`;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (data) => {
      for (const _ of String(data).matchAll(/^\*\d/gm)) socket.write(`$${info.length}\r\n${info}\r\n`);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `redis://:hunter22@127.0.0.1:${address.port}`, stop: () => server.close() };
}

it.each(["6.0.16", "5.0.14"])("refuses Redis %s in a sentence", async (version) => {
  const { url, stop } = await startOldRedis(version);
  await expect(toldOf(url)).rejects.toThrow(
    `The Redis of REDIS_URL is ${version}; Heddle needs 6.2 or newer. Upgrade it.`,
  );
  stop();
});

it.each(["6.2.0", "7.4.1", "8.2.3"])("says nothing about Redis %s", async (version) => {
  const { url, stop } = await startOldRedis(version);
  expect(await toldOf(url)).toEqual([]);
  stop();
});

it("tells of one that is away, without its password, and goes on", async () => {
  const told = await toldOf("redis://:hunter22@127.0.0.1:1");
  expect(told).toContain(
    "The Redis of REDIS_URL does not answer. Telemetry is stored without it; jobs wait until it does.",
  );
  expect(told.join("\n")).not.toContain("hunter22");
});

describe.runIf(availableBackends().some(({ startRedis: start }) => start))("a Redis of its own", () => {
  it("is told about when it forgets jobs", async () => {
    const redis = await startRedis();
    const client = new Redis(redis.url);
    expect(await toldOf(redis.url)).toEqual([]);
    await client.config("SET", "maxmemory-policy", "allkeys-lru");
    expect(await toldOf(redis.url)).toEqual([
      expect.stringContaining("(maxmemory-policy allkeys-lru). Set it to noeviction."),
    ]);
    client.disconnect();
    await redis.stop();
  });
});
