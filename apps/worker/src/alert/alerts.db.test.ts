import { setTimeout as sleep } from "node:timers/promises";
import { describeError, listDeliveries, updateChannel } from "@heddle/core";
import {
  type AlertProject,
  createAlertProject,
  ok,
  type Receiver,
  slackAccess,
  startReceiver,
} from "@heddle/core/testing";
import { withSystem } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { createQueue, type JobsAndMessages } from "@heddle/queue";
import { availableBackends, type RedisServer } from "@heddle/queue/testing";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createHandlers } from "../handlers";
import { logJobFailure } from "../log-job-failure";
import { openMetrics } from "../worker-metrics";
import { sweepAlerts } from "./sweep-alerts";

const WAIT = { timeout: 30_000, interval: 25 };

describe.each(availableBackends())("a failed run, with jobs on $name", (backend) => {
  let db: TestDatabase;
  let redis: RedisServer | undefined;
  let project: AlertProject;
  let receiver: Receiver;
  let queue: JobsAndMessages;
  const opened: JobsAndMessages[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    db = await createTestDatabase();
    redis = await backend.startRedis?.();
  });
  beforeEach(async () => {
    project = await createAlertProject(db);
    receiver = await startReceiver();
    queue = await open();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await receiver.close();
  });
  afterAll(async () => await redis?.stop());

  async function open(): Promise<JobsAndMessages> {
    const options = { databaseUrl: db.url, redisUrl: redis?.url, prefix: "alerts", onError: () => {} };
    const opening = await createQueue(options);
    opened.push(opening);
    return opening;
  }

  /** A worker as the product has it, in this process, without its timers. */
  async function startWorker(patienceMs = 10_000): Promise<void> {
    const own = await open();
    const log = pino(
      { level: "debug", serializers: { err: describeError } },
      { write: (line) => void logged.push(line) },
    );
    const slack = slackAccess(receiver.host, patienceMs);
    const { metrics } = openMetrics();
    const tools = {
      db,
      queue: own,
      slack,
      log,
      metrics,
      instanceDays: null,
      stopping: new AbortController().signal,
    };
    await own.consume(createHandlers(tools), (failure) => logJobFailure(log, failure));
  }

  const tell = (runId: string) =>
    queue.enqueue("evaluate-alert", { projectId: project.as("owner").scope.projectId, runId });

  async function deliveries() {
    return (await listDeliveries({ ctx: project.as("viewer"), input: {} })).deliveries;
  }

  const channel = (name?: string) => project.addChannel(receiver.url, slackAccess(receiver.host), name);

  it("becomes one visible message when the far end fails twice first", async () => {
    await channel();
    receiver.answer((response, number) => (number <= 2 ? response.writeHead(500).end() : response.end("ok")));
    await startWorker();
    await tell(await project.addRun({ number: 12 }));
    await vi.waitFor(() => expect(receiver.visible).toHaveLength(1), WAIT);
    await vi.waitFor(
      async () => expect(await deliveries()).toMatchObject([{ status: "sent", attempts: 3 }]),
      WAIT,
    );
    await sweepAlerts(db, queue);
    await sleep(500);
    expect(receiver.requests).toHaveLength(3);
    expect(receiver.visible[0]).toContain("growth_features #12 failed at join_customers");
  });

  it("waits as long as a 429 asks for", async () => {
    await channel();
    const at: number[] = [];
    receiver.answer((response, number) => {
      at.push(Date.now());
      if (number === 1) response.writeHead(429, { "retry-after": "3" }).end();
      else response.end("ok");
    });
    await startWorker();
    await tell(await project.addRun());
    await vi.waitFor(() => expect(receiver.visible).toHaveLength(1), WAIT);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(3000);
  });

  it("arrives after the far end stayed silent", async () => {
    await channel();
    receiver.answer((response, number) => (number === 1 ? undefined : ok(response, number, response.req)));
    await startWorker(2000);
    await tell(await project.addRun());
    await vi.waitFor(
      async () => expect(await deliveries()).toMatchObject([{ status: "sent", attempts: 2 }]),
      WAIT,
    );
    expect(receiver.visible).toHaveLength(1);
  });

  it("is marked failed with the reason when the webhook is gone", async () => {
    await channel();
    receiver.answer((response) => response.writeHead(404).end("no_service"));
    await startWorker();
    await tell(await project.addRun());
    await vi.waitFor(async () => expect(await deliveries()).toMatchObject([{ status: "failed" }]), WAIT);
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({
      attempts: 1,
      lastError: expect.stringContaining("removed or is disabled"),
    });
    await sleep(1500);
    expect(receiver.requests).toHaveLength(1);
  });

  it("is told once to each channel that is switched on, however many workers hear of it how often", async () => {
    await channel("#one");
    await channel("#two");
    const off = await channel("#off");
    const slack = slackAccess(receiver.host);
    await updateChannel({ ctx: project.as("owner"), input: { id: off.id, enabled: false }, slack });
    await startWorker();
    await startWorker();
    const runId = await project.addRun();
    await Promise.all(Array.from({ length: 6 }, () => tell(runId)));
    await vi.waitFor(async () => {
      expect((await deliveries()).map(({ status }) => status)).toEqual(["sent", "sent"]);
    }, WAIT);
    await sleep(500);
    expect(receiver.requests).toHaveLength(2);
    expect((await deliveries()).map((delivery) => delivery.channel.name).sort()).toEqual(["#one", "#two"]);
    const incidents = await withSystem(db, (tx) => tx.alertIncident.count({ where: { runId } }));
    expect(incidents).toBe(1);
  });

  it("waits until the sources of a new version are compared, and not for long", async () => {
    await channel();
    const { projectId } = project.as("owner").scope;
    const version = { pipeline: "growth_features", config: {}, nodeCount: 0, files: [] };
    const added = (hash: string) => ({ projectId, hash, ...version });
    const codeVersion = { data: [added("arrives"), added("stays away")] };
    await withSystem(db, (tx) => tx.codeVersion.createMany(codeVersion));
    await startWorker();
    await tell(await project.addRun({ codeVersion: "arrives" }));
    await sleep(1000);
    expect(receiver.visible).toHaveLength(0);
    await withSystem(db, (tx) =>
      tx.codeVersion.updateMany({ where: { projectId, hash: "arrives" }, data: { hashedAt: new Date() } }),
    );
    await vi.waitFor(() => expect(receiver.visible).toHaveLength(1), WAIT);
    await tell(await project.addRun({ codeVersion: "stays away" }));
    await vi.waitFor(() => expect(receiver.visible).toHaveLength(2), WAIT);
  });

  it("is found by the sweep when every job about it was lost", async () => {
    await channel();
    const startedAt = new Date(Date.now() - 10 * 60_000);
    await project.addRun({ startedAt });
    await startWorker();
    await sweepAlerts(db, queue);
    await vi.waitFor(async () => expect(await deliveries()).toMatchObject([{ status: "sent" }]), WAIT);
    await sweepAlerts(db, queue);
    await sleep(300);
    expect(receiver.visible).toHaveLength(1);
  });

  it("says in one line each what the far end answered, without a stack", () => {
    const told = logged
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => /^message |^job failed/.test(msg));
    const texts = new Set(told.map(({ level, msg, err }) => `${level} ${msg}${err ? " with a stack" : ""}`));
    expect([...texts].sort()).toEqual([
      "40 message not delivered yet, will be tried again",
      "50 message given up",
    ]);
    for (const { reason } of told) expect(reason).toMatch(/^[^\n]+$/);
  });

  it("leaves the webhook's address in no log line, no row and no job", async () => {
    expect(logged.join("\n")).toContain("message given up");
    expect(logged.join("\n")).not.toMatch(/s3cr3t|B0SECRET01/);
    const { rows: tables } = await db.pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where tablename like 'alert\\_%' or tablename in ('outbox', 'audit_event', 'job', 'event')`,
    );
    expect(tables.length).toBeGreaterThanOrEqual(backend.startRedis ? 5 : 7);
    for (const { name } of tables) {
      const { rows } = await db.pool
        .query(`set role none; select t::text from ${name} t; reset role`)
        .then((results) => (Array.isArray(results) ? results[1] : results));
      expect(JSON.stringify(rows)).not.toMatch(/s3cr3t|B0SECRET01/);
    }
  });
});
