import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../context";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { storedRows } from "../testing/stored-rows";

const WRITER = "5f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10";
const OTHER_WRITER = "9f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10";
const RUN_ID = createUuidV7(Date.parse("2026-11-20T10:00:00Z"));

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

async function send(ctx: Context, writer: string, batch: number, events: TelemetryEvent[]) {
  return await acceptBatch({ ctx, input: gzipped({ writer, batch, events }) });
}

describe("drain", () => {
  it("stores a run with its nodes, attributes, statistics and version", async () => {
    const ctx = await ingestContext(db);
    const run = sampleRun(30, RUN_ID);
    await send(ctx, WRITER, 0, run.events);
    const { outbox, failed } = await drainAll(db);
    expect(failed).toEqual([]);
    const rows = await storedRows(db, ctx.scope.projectId);
    expect(rows.run).toMatchObject([
      {
        id: RUN_ID,
        pipeline: "features",
        number: 1,
        status: "failed",
        nodes_total: 30,
        nodes_succeeded: 28,
        nodes_failed: 1,
        nodes_skipped: 1,
        nodes_running: 0,
        failure: { node: "n28", type: "MergeError", message: "node 28 broke" },
      },
    ]);
    expect(rows.node_run).toHaveLength(30);
    expect(rows.node_run.find((row) => row.node === "n1")).toMatchObject({
      attempt: 1,
      status: "succeeded",
      earlier: [{ attempt: 0, status: "failed", error: { message: "node 1 broke" } }],
    });
    expect(rows.column_stat).toHaveLength(28 * 3);
    expect(rows.node_attribute).toHaveLength(28 * 2);
    expect(rows.code_version).toMatchObject([{ hash: run.versionHash, node_count: 30 }]);
    expect(rows.node_version).toHaveLength(30);
    expect(rows.environment_snapshot).toHaveLength(1);
    expect(outbox.map((row) => row.kind).sort()).toEqual(["run.changed", "run.failed", "version.added"]);
  });

  it("gives the same rows for every order, grouping and repetition of the events", async () => {
    const { events } = sampleRun(12, RUN_ID);
    const reference = await ingestContext(db);
    await send(reference, WRITER, 0, events);
    await drainAll(db);
    const expected = await storedRows(db, reference.scope.projectId);
    expect(expected.node_run).toHaveLength(12);
    const order = fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 });
    const cuts = fc.array(fc.nat({ max: events.length * 2 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(order, cuts, fc.boolean(), async (shuffled, at, drainBetween) => {
        const ctx = await ingestContext(db);
        const ends = [...at.sort((a, b) => a - b), shuffled.length];
        for (const [batch, end] of ends.entries()) {
          const part = shuffled.slice(ends[batch - 1] ?? 0, end);
          if (part.length > 0) await send(ctx, WRITER, batch, part);
          if (drainBetween) await drainAll(db);
        }
        await drainAll(db);
        expect(await storedRows(db, ctx.scope.projectId)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it("replaces the columns of a profile by those of a later attempt", async () => {
    const ctx = await ingestContext(db);
    const finished = sampleRun(3, RUN_ID).events.filter((event) => event.type === "node.finished");
    const [first] = finished;
    const profile = first?.attributes?.[0];
    const value = profile?.value as { columns: object[] };
    const smaller = { ...profile, value: { ...value, columns: value.columns.slice(0, 1) } };
    await send(ctx, WRITER, 0, finished.slice(0, 1));
    await drainAll(db);
    await send(ctx, OTHER_WRITER, 0, [{ ...first, attempt: 1, attributes: [smaller] } as TelemetryEvent]);
    await drainAll(db);
    await send(ctx, OTHER_WRITER, 1, finished.slice(0, 1));
    await drainAll(db);
    const { column_stat } = await storedRows(db, ctx.scope.projectId);
    expect(column_stat).toMatchObject([{ column: "n0_0", attempt: 1, writer: OTHER_WRITER }]);
  });

  it("numbers the runs of a pipeline without gaps, also when several workers drain at once", async () => {
    const ctx = await ingestContext(db);
    for (let batch = 0; batch < 40; batch++) {
      const runId = createUuidV7(Date.parse("2026-11-20T10:00:00Z") + batch);
      await send(ctx, randomUUID(), batch, sampleRun(3, runId).events);
    }
    await Promise.all([drainAll(db), drainAll(db), drainAll(db)]);
    await drainAll(db);
    const { run } = await storedRows(db, ctx.scope.projectId);
    const numbers = run.map((row) => Number(row.number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it("passes on a failure when it is known, and again when it is known of which pipeline, and then no more", async () => {
    const ctx = await ingestContext(db);
    const { events } = sampleRun(3, RUN_ID);
    const passedOn: number[] = [];
    for (const [batch, type] of ["run.finished", "run.started", "run.heartbeat"].entries()) {
      await send(
        ctx,
        WRITER,
        batch,
        events.filter((event) => event.type === type),
      );
      passedOn.push((await drainAll(db)).outbox.filter(({ kind }) => kind === "run.failed").length);
    }
    expect(passedOn).toEqual([1, 1, 0]);
  });
});
