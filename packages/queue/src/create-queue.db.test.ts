import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createQueue, type JobFailure, type JobsAndMessages } from "./create-queue";
import type { Handlers } from "./handlers";
import type { LiveMessage } from "./live-message";
import { openPostgres } from "./postgres";
import { openRedis } from "./redis";
import { availableBackends, type RedisServer } from "./testing/index";

const WAIT = { timeout: 40_000, interval: 20 };
/** In which a job of a killed worker is taken over: its lock ends after 5 s, and is looked for every 2.5 s. */
const TAKEOVER = { timeout: 10_000, interval: 20 };

describe.each(availableBackends())("jobs and messages on $name", (backend) => {
  let db: TestDatabase;
  let redis: RedisServer | undefined;
  const opened: JobsAndMessages[] = [];
  const failures: JobFailure[] = [];

  beforeAll(async () => {
    db = await createTestDatabase();
    redis = await backend.startRedis?.();
  });
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close();
    failures.splice(0);
  });
  afterAll(async () => await redis?.stop());

  async function open(prefix: string): Promise<JobsAndMessages> {
    const queue = await createQueue({ databaseUrl: db.url, redisUrl: redis?.url, prefix, onError: () => {} });
    opened.push(queue);
    return queue;
  }

  async function consume(queue: JobsAndMessages, handlers: Partial<Handlers>): Promise<void> {
    const none = async () => {};
    const all = {
      drain: none,
      "hash-version": none,
      "evaluate-alert": none,
      "deliver-alert": none,
      ...handlers,
    };
    await queue.consume(all, (failure) => failures.push(failure));
  }

  it("tries again after a failure, as often as the catalog says", async () => {
    const queue = await open("retry");
    const projectId = randomUUID();
    const attempts: number[] = [];
    await consume(queue, {
      drain: async ({ attempt, payload }) => {
        expect(payload).toEqual({ projectId });
        attempts.push(attempt);
        if (attempt < 3) throw new Error("not yet");
      },
    });
    await queue.enqueue("drain", { projectId });
    await vi.waitFor(() => expect(attempts).toEqual([1, 2, 3]), WAIT);
    expect(failures.map(({ attempt, final }) => [attempt, final])).toEqual([
      [1, false],
      [2, false],
    ]);
  });

  it("does not try again what cannot work", async () => {
    const queue = await open("final");
    const handler = vi.fn(async () => {
      throw Object.assign(new Error("gone"), { retryable: false });
    });
    await consume(queue, { drain: handler });
    await queue.enqueue("drain", { projectId: randomUUID() });
    await vi.waitFor(
      () => expect(failures).toMatchObject([{ name: "drain", attempt: 1, final: true }]),
      WAIT,
    );
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it("parses payloads at both ends", async () => {
    const queue = await open("payload");
    await expect(queue.enqueue("drain", { projectId: "mine" })).rejects.toThrow();
    const handler = vi.fn(async () => {});
    await consume(queue, { drain: handler });
    const options = { prefix: "payload", onError: () => {} };
    const raw = redis
      ? await openRedis({ url: redis.url, ...options })
      : await openPostgres({ url: db.url, ...options });
    const rawQueue = raw.queue("drain");
    await rawQueue.add("drain", { projectId: 7 }, { attempts: 5 });
    await vi.waitFor(() => expect(failures).toMatchObject([{ final: true }]), WAIT);
    expect(handler).not.toHaveBeenCalled();
    await rawQueue.close();
    await raw.close();
  });

  it("keeps one signal for after the active job, and only one", async () => {
    const queue = await open("dedupe");
    const projectId = randomUUID();
    let finish = () => {};
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const handler = vi.fn(async () => await gate);
    await consume(queue, { drain: handler });
    await queue.enqueue("drain", { projectId });
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(1), WAIT);
    for (let signal = 0; signal < 5; signal++) await queue.enqueue("drain", { projectId });
    finish();
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2), WAIT);
    const last = randomUUID();
    await queue.enqueue("drain", { projectId: last });
    await vi.waitFor(
      () => expect(handler).toHaveBeenCalledWith(expect.objectContaining({ payload: { projectId: last } })),
      WAIT,
    );
    expect(handler).toHaveBeenCalledTimes(3);
  });

  it("brings messages of any process to every listener of every process", async () => {
    const [one, two] = [await open("live"), await open("live")];
    const projectId = randomUUID();
    const listeners = [vi.fn(), vi.fn(), vi.fn()];
    const [first, second, third] = listeners;
    if (!first || !second || !third) throw new Error("three listeners");
    const stops = [one.subscribe(first), one.subscribe(second), two.subscribe(third)];
    const message: LiveMessage = { kind: "runs.changed", runIds: ["a"] };
    await vi.waitFor(async () => {
      await one.publish(projectId, message);
      for (const listener of listeners) expect(listener).toHaveBeenCalledWith({ projectId, message });
    }, WAIT);
    stops[0]?.();
    const later: LiveMessage = { kind: "runs.changed", runIds: ["b"] };
    await two.publish(projectId, later);
    await vi.waitFor(() => expect(second).toHaveBeenCalledWith({ projectId, message: later }), WAIT);
    expect(first).not.toHaveBeenCalledWith({ projectId, message: later });
  });

  it("goes on by itself after the server dropped all connections", async () => {
    const queue = await open("drop");
    const handler = vi.fn(async () => {});
    const listener = vi.fn();
    await consume(queue, { drain: handler });
    queue.subscribe(listener);
    const projectId = randomUUID();
    const message = { kind: "version.added", codeVersion: "c" } as const;
    const check = async () => {
      await queue.publish(projectId, message).catch(() => {});
      await queue.enqueue("drain", { projectId }).catch(() => {});
      expect(listener).toHaveBeenCalledWith({ projectId, message });
      expect(handler).toHaveBeenCalled();
    };
    await vi.waitFor(check, WAIT);
    await dropConnections();
    handler.mockClear();
    listener.mockClear();
    await vi.waitFor(check, { ...WAIT, interval: 200 });
    await queue.check();
  });

  async function dropConnections(): Promise<void> {
    if (redis) return await redis.dropConnections();
    await withSystemClient(db, async (client) => {
      await client.query("set local role none");
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
    });
  }

  it("gives the job of a killed process to another one", async () => {
    const script = fileURLToPath(new URL("./testing/worker-that-hangs.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, db.url, redis?.url ?? ""]);
    const queue = await open("heddle");
    await queue.enqueue("drain", { projectId: randomUUID() });
    await once(child.stdout, "data");
    const handler = vi.fn(async () => {});
    await consume(queue, { drain: handler });
    expect(handler).not.toHaveBeenCalled();
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(1), TAKEOVER);
  });

  it.runIf(backend.startRedis)("works again after Redis forgot everything", async () => {
    const queue = await open("flush");
    const handler = vi.fn(async () => {});
    const listener = vi.fn();
    await consume(queue, { drain: handler });
    queue.subscribe(listener);
    // Who listens only after the loss has missed nothing.
    await vi.waitFor(async () => {
      await queue.publish(randomUUID(), { kind: "version.added", codeVersion: "c" });
      expect(listener).toHaveBeenCalled();
    }, WAIT);
    await queue.enqueue("drain", { projectId: randomUUID() });
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(1), WAIT);
    await redis?.flush();
    await queue.enqueue("drain", { projectId: randomUUID() });
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2), WAIT);
    await vi.waitFor(
      () => expect(listener).toHaveBeenCalledWith({ projectId: null, message: { kind: "gap" } }),
      WAIT,
    );
  });
});
