import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { listDeliveries } from "@heddle/core";
import {
  createAlertProject,
  ok,
  type Receiver,
  slackAccess,
  startReceiver,
  TEST_SECRET,
} from "@heddle/core/testing";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { createQueue, type JobsAndMessages } from "@heddle/queue";
import { availableBackends, type RedisServer } from "@heddle/queue/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

const WAIT = { timeout: 50_000, interval: 50 };
const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

describe.each(availableBackends())("a worker that is killed, with jobs on $name", (backend) => {
  let db: TestDatabase;
  let redis: RedisServer | undefined;
  let queue: JobsAndMessages;
  let receiver: Receiver;
  const workers: ChildProcess[] = [];
  const output: string[] = [];

  beforeAll(async () => {
    db = await createTestDatabase();
    redis = await backend.startRedis?.();
    queue = await createQueue({ databaseUrl: db.url, redisUrl: redis?.url, onError: () => {} });
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await kill(worker);
    await receiver.close();
  });
  afterAll(async () => {
    await queue.close();
    await redis?.stop();
  });

  /** The worker as it runs in production, in a process of its own. */
  function startWorker(): ChildProcess {
    const worker = spawn(process.execPath, ["--import", "tsx", MAIN], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: db.url,
        REDIS_URL: redis?.url,
        HEDDLE_SECRET: TEST_SECRET,
        OUTBOUND_ALLOW_HOSTS: receiver.host,
        PUBLIC_URL: "https://heddle.example",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [worker.stdout, worker.stderr])
      stream?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
    workers.push(worker);
    return worker;
  }

  async function kill(worker: ChildProcess): Promise<void> {
    if (worker.exitCode === null && worker.signalCode === null && worker.kill("SIGKILL"))
      await once(worker, "exit");
  }

  /** As the owner of the database, past its roles. */
  async function asOwner(sql: string): Promise<unknown[]> {
    const client = await db.pool.connect();
    try {
      await client.query("set role none");
      return (await client.query(sql)).rows;
    } finally {
      client.release(true);
    }
  }

  async function failedRun() {
    const project = await createAlertProject(db);
    await project.addChannel(receiver.url, slackAccess(receiver.host));
    const { projectId } = project.as("owner").scope;
    const runId = await project.addRun();
    await queue.enqueue("evaluate-alert", { projectId, runId });
    return async () => (await listDeliveries({ ctx: project.as("viewer"), input: {} })).deliveries;
  }

  it("between evaluation and delivery loses nothing and repeats nothing", async () => {
    await asOwner(`create function hold() returns trigger language plpgsql as
      'begin perform pg_sleep(300); return new; end'`);
    await asOwner("create trigger hold before update on alert_delivery for each row execute function hold()");
    const deliveries = await failedRun();
    const worker = startWorker();
    const holding = "from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
    await vi.waitFor(async () => expect(await asOwner(`select pid ${holding}`)).toHaveLength(1), WAIT);
    expect(await deliveries()).toMatchObject([{ status: "pending", attempts: 0 }]);
    await kill(worker);
    await asOwner(`select pg_terminate_backend(pid) ${holding}`);
    await asOwner("drop trigger hold on alert_delivery");
    expect(receiver.requests).toEqual([]);
    startWorker();
    await vi.waitFor(async () => expect(await deliveries()).toMatchObject([{ status: "sent" }]), WAIT);
    expect(receiver.visible).toHaveLength(1);
    expect(receiver.requests).toHaveLength(1);
  });

  it("while the far end is asked tries again after the lease, and not before", async () => {
    receiver.answer(() => undefined);
    const deliveries = await failedRun();
    const worker = startWorker();
    await vi.waitFor(() => expect(receiver.requests).toHaveLength(1), WAIT);
    await kill(worker);
    receiver.answer(ok);
    expect(await deliveries()).toMatchObject([{ status: "pending", attempts: 1 }]);
    startWorker();
    await vi.waitFor(
      () => expect(output.join("").match(/worker is ready/g)?.length).toBeGreaterThan(1),
      WAIT,
    );
    expect(receiver.visible).toEqual([]);
    // The lease has run out.
    await asOwner("update alert_delivery set not_before = now() - interval '10 s'");
    await vi.waitFor(
      async () => expect(await deliveries()).toMatchObject([{ status: "sent", attempts: 2 }]),
      WAIT,
    );
    expect(receiver.visible).toHaveLength(1);
  });

  it("has written the webhook's address into no line of its log", () => {
    expect(output.join("")).toContain("worker is ready");
    expect(output.join("")).not.toMatch(/s3cr3t|B0SECRET01/);
  });
});
