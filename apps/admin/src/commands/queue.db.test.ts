import { createTestDatabase } from "@heddle/db/testing";
import { createQueue } from "@heddle/queue";
import { availableBackends } from "@heddle/queue/testing";
import { afterAll, describe, expect, test } from "vitest";
import { heddleAdmin } from "../testing/heddle-admin";

const db = await createTestDatabase();
const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

describe.each(availableBackends())("on $name", async ({ startRedis }) => {
  const redis = await startRedis?.();
  if (redis) stops.push(() => redis.stop());
  const backend = redis ? "redis" : "postgresql";
  const env = { DATABASE_URL: db.url, ...(redis && { REDIS_URL: redis.url }) };

  test("counts the jobs that wait", async () => {
    const queue = await createQueue({ databaseUrl: db.url, redisUrl: redis?.url });
    for (const projectId of [crypto.randomUUID(), crypto.randomUUID()])
      await queue.enqueue("drain", { projectId });
    await queue.close();
    const { code, out } = await heddleAdmin(["queue", "--json"], env);
    expect(code).toBe(0);
    const none = { waiting: 0, active: 0, delayed: 0, failed: 0 };
    expect(JSON.parse(out)).toEqual({
      backend,
      jobs: {
        drain: { ...none, waiting: 2 },
        "hash-version": none,
        "evaluate-alert": none,
        "deliver-alert": none,
      },
    });
    expect((await heddleAdmin(["queue"], env)).out).toMatch(/^drain +2 +0 +0 +0$/m);
  });

  test("the status is of this queue, and misses a worker", async () => {
    const { code, out } = await heddleAdmin(["status", "--json"], env);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [expect.stringContaining("No worker is running")],
      queue: { backend, reachable: true, error: null },
      workers: { alive: 0, lastSeenAt: null },
    });
    expect(out).not.toContain(new URL(db.url).password || "no password");
  });
});

test("a Redis that is away is a sentence, and the rest of the status is there", async () => {
  const env = { DATABASE_URL: db.url, REDIS_URL: "redis://:hunter22@127.0.0.1:1" };
  const queue = await heddleAdmin(["queue"], env);
  expect([queue.code, queue.err]).toEqual([
    1,
    expect.stringContaining("in Redis at 127.0.0.1:1 does not answer"),
  ]);
  const status = await heddleAdmin(["status"], env);
  expect(status.out).toMatch(/^Database .+up to date$/m);
  expect(status.out).toMatch(/^! The queue in Redis at 127\.0\.0\.1:1 does not answer/m);
  expect(queue.err + status.out + status.err).not.toContain("hunter22");
});
