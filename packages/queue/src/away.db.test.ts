import { randomUUID } from "node:crypto";
import { createTestDatabase } from "@heddle/db/testing";
import { describe, expect, it, vi } from "vitest";
import { createQueue } from "./create-queue";
import { availableBackends, startRedis } from "./testing/index";

const WAIT = { timeout: 60_000, interval: 50 };
const none = async () => {};
const idle = { drain: none, "hash-version": none, "evaluate-alert": none, "deliver-alert": none };

describe.runIf(availableBackends().some(({ startRedis }) => startRedis))("while Redis is away", () => {
  it("ends without waiting for its return, once the job in hand is done", async () => {
    const redis = await startRedis();
    const { url } = await createTestDatabase();
    const stopping = new AbortController();
    const queue = await createQueue({
      databaseUrl: url,
      redisUrl: redis.url,
      onError: () => {},
      stopping: stopping.signal,
    });
    const listener = vi.fn();
    queue.subscribe(listener);
    let finish = () => {};
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const drain = vi.fn(() => gate);
    const stopConsuming = await queue.consume({ ...idle, drain }, () => {});
    const projectId = randomUUID();
    await vi.waitFor(async () => {
      await queue.publish(projectId, { kind: "runs.changed", runIds: [] });
      expect(listener).toHaveBeenCalled();
    }, WAIT);
    await queue.enqueue("drain", { projectId });
    await vi.waitFor(() => expect(drain).toHaveBeenCalled(), WAIT);
    await redis.stop();

    stopping.abort();
    let stopped = false;
    const end = stopConsuming().then(() => {
      stopped = true;
    });
    await expect(queue.enqueue("drain", { projectId })).rejects.toThrow("took longer than 1 s");
    await expect(queue.check()).rejects.toThrow();
    expect(stopped).toBe(false);
    finish();
    await end;
    await queue.close();
  });

  it("starts, and works once Redis is there", async () => {
    const gone = await startRedis();
    await gone.stop();
    const { url } = await createTestDatabase();
    const queue = await createQueue({ databaseUrl: url, redisUrl: gone.url, onError: () => {} });
    const drain = vi.fn(none);
    const listener = vi.fn();
    queue.subscribe(listener);
    await queue.consume({ ...idle, drain }, () => {});
    const redis = await startRedis(Number(new URL(gone.url).port));
    const projectId = randomUUID();
    await vi.waitFor(async () => {
      await queue.enqueue("drain", { projectId });
      expect(drain).toHaveBeenCalled();
    }, WAIT);
    const message = { kind: "runs.changed", runIds: ["a"] } as const;
    await vi.waitFor(async () => {
      await queue.publish(projectId, { ...message, runIds: ["a"] });
      expect(listener).toHaveBeenCalledWith({ projectId, message });
    }, WAIT);
    await queue.close();
    await redis.stop();
  });
});
