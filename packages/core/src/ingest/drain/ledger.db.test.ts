import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { storedLedger } from "../testing/stored-ledger";
import { ledgerOf } from "./ledger";

const WRITERS = ["5f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10", "9f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10"] as const;
const RUNS = [0, 1].map((i) => createUuidV7(Date.parse("2026-11-20T10:00:00Z") + i));

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

/** Two runs of one process, whose events share batches, and a second process that reports of the first run. */
function batches() {
  const [one = "", two = ""] = RUNS;
  const mixed = [...sampleRun(6, one).events, ...sampleRun(4, two).events].map((event, seq) => ({
    ...event,
    seq,
  }));
  const alive: TelemetryEvent[] = [0, 1].map((seq) => ({
    type: "run.heartbeat",
    runId: one,
    seq,
    at: "2026-11-20T10:00:00.000Z",
  }));
  const parts = [mixed.slice(0, 7), mixed.slice(7, 20), mixed.slice(20)];
  return [
    ...parts.map((events, batch) => ({ writer: WRITERS[0], batch, events })),
    ...alive.map((event, batch) => ({ writer: WRITERS[1], batch, events: [event] })),
  ];
}

describe("ledgerOf", () => {
  it("counts the events of each run with the first and the last of their numbers", () => {
    const at = { writer: WRITERS[0], batch: "3", receivedAt: new Date(0) };
    const events = [5, 7, 6].map((seq) => ({ runId: "a", seq })).concat({ runId: "b", seq: 8 });
    expect(ledgerOf(at, events)).toMatchObject([
      { run_id: "a", batch: "3", events: 3, first_seq: 5, last_seq: 7 },
      { run_id: "b", batch: "3", events: 1, first_seq: 8, last_seq: 8 },
    ]);
    expect(ledgerOf(at, [])).toEqual([]);
  });
});

describe("the ledger", () => {
  it("is the same in whatever order, and however often, the batches come", async () => {
    const all = batches();
    const expected = all.flatMap(({ writer, batch, events }) =>
      ledgerOf({ writer, batch: String(batch), receivedAt: new Date(0) }, events).map(
        ({ received_at, ...entry }) => ({ ...entry, batch }),
      ),
    );
    const order = fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 });
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (sent, drainBetween) => {
        const ctx = await ingestContext(db);
        for (const parts of sent) {
          await acceptBatch({ ctx, input: gzipped(parts) });
          if (drainBetween) await drainAll(db);
        }
        await drainAll(db);
        const stored = await storedLedger(db, ctx.scope.projectId);
        expect(stored).toHaveLength(expected.length);
        expect(stored).toEqual(expect.arrayContaining(expected));
        expect(stored.reduce((sum, { events }) => sum + events, 0)).toBe(
          all.reduce((sum, { events }) => sum + events.length, 0),
        );
      }),
      { numRuns: 12 },
    );
  });

  it("keeps the first entry of a batch whose receipt is gone and that comes once more, and counts how often", async () => {
    const ctx = await ingestContext(db);
    const [batch] = batches();
    if (!batch) throw new Error("no batch");
    for (let times = 0; times < 2; times++) {
      await acceptBatch({ ctx, input: gzipped(batch) });
      // Twice in the inbox at once: both are claimed by the same transaction.
      await withSystemClient(db, (client) => client.query("delete from batch_receipt"));
    }
    await drainAll(db);
    expect(await storedLedger(db, ctx.scope.projectId)).toMatchObject([
      { batch: 0, events: batch.events.length, stored: 2 },
    ]);
    await acceptBatch({ ctx, input: gzipped(batch) });
    await drainAll(db);
    expect(await storedLedger(db, ctx.scope.projectId)).toMatchObject([{ batch: 0, stored: 3 }]);
  });

  it("holds what was stored and nothing of what was refused or set aside", async () => {
    const ctx = await ingestContext(db);
    const [batch] = batches();
    if (!batch) throw new Error("no batch");
    const [first, ...rest] = batch.events;
    const { answer } = await acceptBatch({
      ctx,
      input: gzipped({ ...batch, events: [first, { type: "nonsense", seq: 99, runId: RUNS[0] }, ...rest] }),
    });
    expect(answer.rejected).toHaveLength(1);
    expect(await storedLedger(db, ctx.scope.projectId)).toEqual([]);
    await drainAll(db);
    expect(await storedLedger(db, ctx.scope.projectId)).toMatchObject([
      { events: batch.events.length, first_seq: 0, last_seq: 6 },
    ]);
  });
});
