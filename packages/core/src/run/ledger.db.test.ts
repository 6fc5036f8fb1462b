import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptBatch } from "../ingest/accept/accept-batch";
import { gzipped } from "../ingest/testing/batch-body";
import { drainAll } from "../ingest/testing/drain-all";
import { sampleRun } from "../ingest/testing/sample-run";
import { getRunLedger } from "./ledger";
import { getRunLedgerInput } from "./page-inputs";
import { type StoredProject, storedProject } from "./testing/stored-project";

const NOW = new Date("2026-11-20T12:00:00Z");
const newId = () => createUuidV7(NOW.getTime());

let db: TestDatabase;
let project: StoredProject;
beforeAll(async () => {
  db = await createTestDatabase();
  project = await storedProject(db, NOW);
});

async function send(writer: string, batch: number, events: readonly unknown[]): Promise<void> {
  await acceptBatch({ ctx: project.ctx, input: gzipped({ writer, batch, events }) });
}

const sql = (text: string, values: unknown[] = []) =>
  withSystemClient(db, (client) => client.query(text, values));

const ledger = (runId: string, more: object = {}) =>
  getRunLedger({ ctx: project.ctx, input: getRunLedgerInput.parse({ runId, ...more }) });

/** A run of 17 events of one writer, and a way to send some of them. */
function oneRun() {
  const [runId, writer] = [newId(), randomUUID()];
  const { events } = sampleRun(8, runId);
  const part = (batch: number, from: number, to: number) => send(writer, batch, events.slice(from, to));
  return { runId, writer, events, part };
}

describe("the ledger of a run", () => {
  test("adds up to its events, page by page", async () => {
    const { runId, events } = oneRun();
    const [one, two] = ["a0000000-0000-4000-8000-000000000001", randomUUID()];
    for (const [batch, event] of events.entries()) await send(one, batch, [event]);
    await send(two, 0, [{ type: "run.heartbeat", runId, seq: 0, at: NOW.toISOString() }]);
    await drainAll(db);
    const whole = await ledger(runId);
    const count = events.length + 1;
    expect(whole.totals).toMatchObject({ events: count, batches: count, writers: 2 });
    expect(whole.sum).toMatchObject({ recorded: count, sent: count, stored: count, atLeast: false });
    expect(whole).toMatchObject({ ended: true, storedAgain: 0, clockAheadMs: null, refused: [] });
    expect(whole.batches.reduce((sum, batch) => sum + batch.events, 0)).toBe(count);
    expect(whole.writers.map(({ gaps }) => gaps.reason)).toEqual(["none", "none"]);
    expect(whole.nextCursor).toBeNull();
    const paged = [];
    for (let cursor: string | null = null; ; ) {
      const page = await ledger(runId, { limit: 5, cursor });
      paged.push(...page.batches);
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    expect(paged).toEqual(whole.batches);
  });

  test("names what never came, with its reasons for all else that is not stored", async () => {
    const { runId, writer, events, part } = oneRun();
    await send(writer, 0, [...events.slice(0, 3), { runId, seq: 3, type: "nonsense" }]);
    // Batches 1 and 2, with the numbers 4 to 6, never come; 4 and 5 arrive and are not stored.
    await part(3, 7, 9);
    await part(4, 9, 11);
    await drainAll(db);
    await part(5, 11, 12);
    await sql(
      `with gone as (delete from run_batch where writer = $1 and batch = 4)
       insert into quarantined_batch (id, project_id, writer, batch, received_at, encoding, body, error)
       values (4711, $2, $1, 4, now(), 'gzip', '', E'Error: broken\\n  at somewhere')`,
      [writer, project.ctx.scope.projectId],
    );
    const told = await ledger(runId);
    expect(told.totals).toMatchObject({ events: 5, batches: 2 });
    expect(told.writers).toMatchObject([{ refused: 1, waiting: 1, setAside: 1 }]);
    expect(told.writers[0]?.gaps).toEqual({
      ...{ numbers: 4, reason: "missing", missingBatches: 2, missingNumbers: 3, more: 0 },
      missing: [{ firstBatch: 1, lastBatch: 2, firstSeq: 3, lastSeq: 6, numbers: 3 }],
    });
    expect(told.refused).toMatchObject([{ events: 1 }]);
    expect(told.quarantined).toMatchObject([{ batch: 4, error: "Error: broken", events: 2 }]);
    expect(told.sum).toMatchObject({
      ...{ recorded: 12, sent: 12, stored: 5, refused: 1, missing: { batches: 2, events: 3 } },
      ...{ waiting: { batches: 1, events: 1 }, setAside: { batches: 1, events: 2 } },
    });
    await drainAll(db);
    await part(1, 4, 6);
    await part(2, 6, 7);
    await drainAll(db);
    expect((await ledger(runId)).writers[0]?.gaps).toMatchObject({ reason: "held", missing: [] });
    await sql("delete from batch_receipt where writer = $1", [writer]);
    expect((await ledger(runId)).writers[0]?.gaps).toMatchObject({
      ...{ reason: "unknown", missingBatches: null },
    });
  });

  test("tells what was refused in a batch from what is missing after it", async () => {
    const { runId, writer, events, part } = oneRun();
    await send(writer, 0, [events[0], { runId, seq: 1, type: "nonsense" }, events[2]]);
    await part(2, 5, 17);
    await drainAll(db);
    expect((await ledger(runId)).writers[0]?.gaps).toMatchObject({
      ...{ numbers: 3, missingBatches: 1, missingNumbers: 2 },
      missing: [{ firstBatch: 1, firstSeq: 3, lastSeq: 4, numbers: 2 }],
    });
  });

  test("takes neither other runs' numbers nor a batch that was sent again in parts for a loss", async () => {
    const [one, two] = [newId(), newId()];
    const writer = randomUUID();
    const beat = (runId: string, seq: number) => ({
      type: "run.heartbeat",
      runId,
      seq,
      at: NOW.toISOString(),
    });
    await send(writer, 0, [beat(one, 0), beat(two, 1)]);
    await send(writer, 1, [beat(two, 2)]);
    // Batch 2 was too large, 3 and 4 are its halves, and 3 was too large again.
    await send(writer, 5, [beat(one, 3)]);
    await send(writer, 6, [beat(one, 4)]);
    await send(writer, 4, [beat(one, 5), beat(one, 6)]);
    await drainAll(db);
    expect((await ledger(one)).writers[0]?.gaps).toMatchObject({ numbers: 2, reason: "other_runs" });
    expect((await ledger(two)).writers[0]?.gaps).toMatchObject({ numbers: 0, reason: "none" });
  });

  test("misses the beginning of a run only when it is not here", async () => {
    const { runId, part } = oneRun();
    await part(2, 6, 9);
    await drainAll(db);
    expect((await ledger(runId)).writers[0]?.gaps).toMatchObject({
      ...{ reason: "missing", missingBatches: 2, missingNumbers: 6 },
      missing: [{ firstBatch: 0, lastBatch: 1, firstSeq: 0, lastSeq: 5, numbers: 6 }],
    });
    await part(0, 0, 3);
    await drainAll(db);
    expect((await ledger(runId)).writers[0]?.gaps.missing).toEqual([
      { firstBatch: 1, lastBatch: 1, firstSeq: 3, lastSeq: 5, numbers: 3 },
    ]);
    const later = oneRun();
    await send(
      later.writer,
      4,
      later.events.map((event) => ({ ...event, seq: event.seq + 30 })),
    );
    await drainAll(db);
    expect((await ledger(later.runId)).writers[0]?.gaps).toMatchObject({ reason: "none", missing: [] });
  });

  test("counts what came again, and shows at once what was stored twice", async () => {
    const { runId, writer, part } = oneRun();
    await part(0, 0, 10);
    await part(1, 10, 17);
    await drainAll(db);
    await sql("update batch_receipt set repeats = batch + 1 where writer = $1", [writer]);
    const told = await ledger(runId);
    expect(told).toMatchObject({ repeated: { batches: 2, times: 3, events: 24 }, storedAgain: 0 });
    expect(told.batches.map(({ repeats, stored }) => [repeats, stored])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    await sql("update run_batch set stored = 2 where writer = $1 and batch = 1", [writer]);
    expect(await ledger(runId)).toMatchObject({ storedAgain: 1, batches: [{ stored: 1 }, { stored: 2 }] });
  });

  test("says what the client dropped, and that its clock is ahead", async () => {
    const runId = newId();
    const startedAt = new Date(NOW.getTime() + 42_000).toISOString();
    await project.store([
      { type: "run.started", runId, pipeline: "p", startedAt },
      {
        ...{ type: "run.finished", runId, status: "succeeded", finishedAt: startedAt },
        dropped: { buffer_full: 7, rejected_too_small: 2 },
      },
    ]);
    const told = await ledger(runId);
    expect(told.sum).toMatchObject({ recorded: 11, sent: 4, refused: 2, dropped: 7 });
    expect(told.clockAheadMs).toBe(42_000);
  });

  test("is empty for a run stored before there was one, and not for strangers", async () => {
    const runId = newId();
    await project.store(sampleRun(3, runId).events);
    await sql("delete from run_batch where run_id = $1", [runId]);
    expect(await ledger(runId)).toMatchObject({ totals: { batches: 0 }, writers: [], batches: [] });
    const other = await storedProject(db, NOW);
    const input = getRunLedgerInput.parse({ runId });
    await expect(getRunLedger({ ctx: other.ctx, input })).rejects.toThrow("no such run");
    await expect(ledger(runId, { cursor: "bad" })).rejects.toThrow("cursor");
  });
});
