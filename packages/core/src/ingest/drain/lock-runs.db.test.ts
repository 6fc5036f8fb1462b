import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { type PoolClient, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, it, vi } from "vitest";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { storedRows } from "../testing/stored-rows";
import { drain } from "./drain";

const KEY = 4711;
const HOLD = `create function hold() returns trigger language plpgsql as
  'begin perform pg_advisory_xact_lock_shared(${KEY}); return new; end'`;
const HOLD_PIPELINES = `create trigger hold before insert or update on run
  for each row when (new.pipeline_id is not null) execute function hold()`;

async function expectWaiting(owner: PoolClient, connections: number): Promise<void> {
  const sql = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  const waiting = async () => (await owner.query(sql)).rowCount;
  await vi.waitFor(async () => expect(await waiting()).toBe(connections), { timeout: 25_000, interval: 20 });
}

it("keeps the pipeline of a run that another worker was told while this one waited for the run's lock", async () => {
  const db = await createTestDatabase();
  const ctx = await ingestContext(db);
  const { events } = sampleRun(3, createUuidV7(Date.parse("2026-11-20T10:00:00Z")));
  const send = (batch: number, type: TelemetryEvent["type"]) => {
    const some = events.filter((event) => event.type === type);
    return acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch, events: some }) });
  };
  await send(0, "run.heartbeat");
  await drainAll(db);
  const held = await db.pool.connect();
  try {
    await held.query("set role none");
    await held.query(HOLD);
    await held.query(HOLD_PIPELINES);
    await held.query(`select pg_advisory_lock(${KEY})`);
    await send(1, "run.started");
    const first = drain({ ctx: { db } });
    await expectWaiting(held, 1);
    await send(2, "run.finished");
    const second = drain({ ctx: { db } });
    await expectWaiting(held, 2);
    await held.query(`select pg_advisory_unlock(${KEY})`);
    await Promise.all([first, second]);
  } finally {
    held.release(true);
  }
  const { run } = await storedRows(db, ctx.scope.projectId);
  expect(run).toMatchObject([{ status: "failed", number: 1, pipeline: "features" }]);
  expect(
    await withSystemClient(db, async (client) => (await client.query("select from ingest_batch")).rowCount),
  ).toBe(0);
});
