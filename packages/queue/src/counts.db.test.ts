import { randomUUID } from "node:crypto";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { createQueue } from "./create-queue";
import { availableBackends } from "./testing/index";

const WAIT = { timeout: 40_000, interval: 20 };
const NONE = { waiting: 0, active: 0, delayed: 0, failed: 0 };

it.each(availableBackends())("counts jobs by name and by what becomes of them on $name", async (backend) => {
  const db = await createTestDatabase();
  const redis = await backend.startRedis?.();
  const queue = await createQueue({ databaseUrl: db.url, redisUrl: redis?.url, onError: () => {} });
  onTestFinished(async () => {
    await queue.close();
    await redis?.stop();
  });
  expect(await queue.counts()).toEqual({
    drain: NONE,
    "hash-version": NONE,
    "evaluate-alert": NONE,
    "deliver-alert": NONE,
  });
  const projectId = randomUUID();
  await queue.enqueue("drain", { projectId });
  await queue.enqueue("drain", { projectId: randomUUID() });
  await queue.enqueue("hash-version", { projectId, codeVersion: "a" });
  await queue.enqueue("evaluate-alert", { projectId, runId: randomUUID() });
  await queue.enqueue("deliver-alert", { projectId, deliveryId: randomUUID() });
  expect(await queue.counts()).toMatchObject({ drain: { ...NONE, waiting: 2 } });

  let finish = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const fails = (error: object) => async () => {
    throw Object.assign(new Error("no"), error);
  };
  const handlers = {
    drain: async () => {},
    "hash-version": () => gate,
    "evaluate-alert": fails({ retryable: false }),
    "deliver-alert": fails({ retryAfterMs: 3_600_000 }),
  };
  await queue.consume(handlers, () => {});
  const expected = {
    drain: NONE,
    "hash-version": { ...NONE, active: 1 },
    "evaluate-alert": { ...NONE, failed: 1 },
    "deliver-alert": { ...NONE, delayed: 1 },
  };
  await vi.waitFor(async () => expect(await queue.counts()).toEqual(expected), WAIT);
  finish();
});
