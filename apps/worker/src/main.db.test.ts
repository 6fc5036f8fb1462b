import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createUuidV7 } from "@heddle/contract";
import { acceptBatch, type Context } from "@heddle/core";
import { gzipped, ingestContext, sampleRun, storedRows } from "@heddle/core/testing";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { createQueue, type JobsAndMessages } from "@heddle/queue";
import { availableBackends, type RedisServer, startRedis } from "@heddle/queue/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const WAIT = { timeout: 90_000, interval: 25 };
const SECRET = randomBytes(32).toString("base64");
const NODES = 10;
/** Of a sample run: all nodes but the failed and the skipped one have a profile of three columns and a metric. */
const PER_RUN = { node_run: NODES, node_attribute: (NODES - 2) * 2, column_stat: (NODES - 2) * 3 };

describe.each(availableBackends())("worker process on $name", (backend) => {
  let db: TestDatabase;
  let redis: RedisServer | undefined;
  let queue: JobsAndMessages;
  const processes: ChildProcess[] = [];

  beforeAll(async () => {
    db = await createTestDatabase();
    redis = await backend.startRedis?.();
    queue = await createQueue({ databaseUrl: db.url, redisUrl: redis?.url, onError: () => {} });
  });
  afterEach(async () => {
    for (const child of processes.splice(0)) await end(child, "SIGKILL");
  });
  afterAll(async () => {
    await queue.close();
    await redis?.stop();
  });

  function startWorker(redisUrl = redis?.url): ChildProcess {
    const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
      env: {
        ...process.env,
        DATABASE_URL: db.url,
        REDIS_URL: redisUrl ?? "",
        HEDDLE_SECRET: SECRET,
        LOG_LEVEL: "silent",
      },
      stdio: ["ignore", "inherit", "inherit"],
    });
    processes.push(child);
    return child;
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await once(child, "exit");
    return child.exitCode;
  }

  async function send(ctx: Context, runs: number): Promise<void> {
    const { projectId } = ctx.scope;
    for (let batch = 0; batch < runs; batch++) {
      const { events } = sampleRun(NODES, createUuidV7());
      const half = Math.floor(events.length / 2);
      const writer = randomUUID();
      for (const [index, part] of [events.slice(half), events.slice(0, half)].entries()) {
        await acceptBatch({ ctx, input: gzipped({ writer, batch: index, events: part }) });
      }
      await queue.enqueue("drain", { projectId });
    }
  }

  async function count(table: string, projectId: string): Promise<number> {
    return await withSystemClient(db, async (client) => {
      const { rows } = await client.query(`select count(*)::int as n from ${table} where project_id = $1`, [
        projectId,
      ]);
      return rows[0]?.n ?? 0;
    });
  }

  async function expectAllOnce(ctx: Context, runs: number): Promise<void> {
    const { projectId } = ctx.scope;
    await vi.waitFor(async () => expect(await count("ingest_batch", projectId)).toBe(0), WAIT);
    await vi.waitFor(async () => expect(await count("outbox", projectId)).toBe(0), WAIT);
    await vi.waitFor(async () => expect(await count("alert_incident", projectId)).toBe(runs), WAIT);
    const rows = await storedRows(db, projectId);
    expect(rows.run).toHaveLength(runs);
    for (const run of rows.run) {
      expect(run).toMatchObject({
        status: "failed",
        nodes_total: NODES,
        nodes_succeeded: NODES - 2,
        nodes_failed: 1,
      });
    }
    const numbers = rows.run.map((run) => Number(run.number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: runs }, (_, index) => index + 1));
    for (const [table, each] of Object.entries(PER_RUN))
      expect(await count(table, projectId)).toBe(runs * each);
    expect(await count("quarantined_batch", projectId)).toBe(0);
  }

  it("loses nothing and stores nothing twice when it is killed in the middle, again and again", async () => {
    const ctx = await ingestContext(db, new Date());
    const runs = 120;
    await send(ctx, runs);
    const { projectId } = ctx.scope;
    let killedInTheMiddle = 0;
    for (let kill = 0; kill < 2; kill++) {
      const child = startWorker();
      const before = await count("run", projectId);
      await vi.waitFor(async () => expect(await count("run", projectId)).toBeGreaterThan(before), WAIT);
      await end(child, "SIGKILL");
      if ((await count("ingest_batch", projectId)) > 0) killedInTheMiddle++;
    }
    expect(killedInTheMiddle).toBeGreaterThan(0);
    startWorker();
    await expectAllOnce(ctx, runs);
  });

  it("ends by itself on SIGTERM, takes its sign of life back, and the next one goes on", async () => {
    const child = startWorker();
    const alive = async () =>
      await withSystemClient(db, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          "select id from worker_heartbeat order by seen_at desc",
        );
        return rows.length;
      });
    const before = await alive();
    await vi.waitFor(async () => expect(await alive()).toBe(before + 1), WAIT);
    expect(await end(child, "SIGTERM")).toBe(0);
    expect(await alive()).toBe(before);
    const ctx = await ingestContext(db, new Date());
    await send(ctx, 3);
    startWorker();
    await expectAllOnce(ctx, 3);
  });

  it("stores nothing twice when it is told to end in the middle, and ends within 10 s", async () => {
    const ctx = await ingestContext(db, new Date());
    const runs = 120;
    await send(ctx, runs);
    const { projectId } = ctx.scope;
    const child = startWorker();
    await vi.waitFor(async () => expect(await count("run", projectId)).toBeGreaterThan(0), WAIT);
    const told = performance.now();
    expect(await end(child, "SIGTERM")).toBe(0);
    expect(performance.now() - told).toBeLessThan(10_000);
    expect(await count("ingest_batch", projectId)).toBeGreaterThan(0);
    startWorker();
    await expectAllOnce(ctx, runs);
  });

  it("finds by itself what no signal told it", async () => {
    const ctx = await ingestContext(db, new Date());
    startWorker();
    const { events } = sampleRun(NODES, createUuidV7());
    await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch: 0, events }) });
    await expectAllOnce(ctx, 1);
  });

  it.runIf(backend.startRedis)("loses nothing when Redis forgets everything under load", async () => {
    const ctx = await ingestContext(db, new Date());
    startWorker();
    const runs = 60;
    const sending = send(ctx, runs);
    for (let flush = 0; flush < 5; flush++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await redis?.flush();
    }
    await sending;
    await redis?.flush();
    await expectAllOnce(ctx, runs);
  });

  it.runIf(backend.startRedis)("stores on while Redis is away, and ends when it is told to", async () => {
    const away = await startRedis();
    const child = startWorker(away.url);
    await away.stop();
    const ctx = await ingestContext(db, new Date());
    const { events } = sampleRun(NODES, createUuidV7());
    await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch: 0, events }) });
    await vi.waitFor(async () => expect(await count("run", ctx.scope.projectId)).toBe(1), WAIT);
    expect(await count("outbox", ctx.scope.projectId)).toBeGreaterThan(0);
    expect(await end(child, "SIGTERM")).toBe(0);
    startWorker();
    await expectAllOnce(ctx, 1);
  });
});
