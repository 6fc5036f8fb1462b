import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { createDatabase, withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../context";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { storedRows } from "../testing/stored-rows";
import { drain } from "./drain";

const START = Date.parse("2026-11-20T10:00:00Z");
const LONG = "a name that no index can hold ".repeat(40);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

/** A run of one of some pipelines and versions, with long names and an environment that others have, too. */
function eventsOf(run: number): TelemetryEvent[] {
  const suffix = `${LONG}${run % 3}`;
  return sampleRun(4 + (run % 4), createUuidV7(START + run)).events.map((event) => {
    if (event.type === "run.started") {
      const environment = event.environment && { ...event.environment, hostname: `host ${run % 5}` };
      return { ...event, pipeline: `${event.pipeline} ${suffix}`, environment } as TelemetryEvent;
    }
    return "node" in event && run % 2 === 0 ? { ...event, node: `${event.node} ${suffix}` } : event;
  });
}

/** Each run in pieces of three events, of two writers in turn; the pieces of all runs mixed. */
function piecesOf(runs: number) {
  const pieces = Array.from({ length: runs }, (_, run) => {
    const events = eventsOf(run);
    const [even, odd] = [randomUUID(), randomUUID()];
    return Array.from({ length: Math.ceil(events.length / 3) }, (_, batch) => {
      return {
        writer: batch % 2 === 0 ? even : odd,
        batch,
        events: events.slice(batch * 3, batch * 3 + 3),
        order: Math.sin(run * 99 + batch * 7),
      };
    });
  });
  return pieces.flat().sort((a, b) => a.order - b.order);
}

async function deadlocks(): Promise<number> {
  return await withSystemClient(db, async (client) => {
    const sql = "select deadlocks::int from pg_stat_database where datname = current_database()";
    return (await client.query<{ deadlocks: number }>(sql)).rows[0]?.deadlocks ?? Number.NaN;
  });
}

describe("several workers", () => {
  it("store interleaved pieces of the same runs while more arrive, and never wait for each other in a circle", async () => {
    const reference = await ingestContext(db);
    const ctx = await ingestContext(db);
    const pieces = piecesOf(24);
    const send = async (to: Context, { order, ...batch }: (typeof pieces)[number]) =>
      await acceptBatch({ ctx: to, input: gzipped(batch) });
    for (const piece of pieces) await send(reference, piece);
    await drainAll(db);

    const queue = pieces.values();
    let sending = 3;
    const client = async () => {
      for (const piece of queue) await send(ctx, piece);
      sending--;
    };
    // Connections of their own: they tell their deadlocks at the latest when they end.
    const worker = async () => {
      const own = createDatabase({ url: db.url });
      let drained = 0;
      for (let idle = false; sending > 0 || !idle; ) {
        const { batches, failed } = await drain({ ctx: { db: own } });
        expect(failed).toEqual([]);
        drained += batches.length;
        idle = batches.length === 0;
      }
      await own.close();
      return drained;
    };
    const drained = await Promise.all([worker(), worker(), worker(), worker(), client(), client(), client()]);
    await drainAll(db);

    expect(await deadlocks()).toBe(0);
    expect(drained.slice(0, 4).filter((batches) => Number(batches) > 0).length).toBeGreaterThan(1);
    const [expected, stored] = await Promise.all(
      [reference, ctx].map(({ scope }) => storedRows(db, scope.projectId)),
    );
    const numbers = stored?.run.map((run) => `${run.pipeline} ${run.number}`);
    expect(new Set(numbers).size).toBe(24);
    const withoutOrder = (rows?: typeof stored) => ({
      ...rows,
      run: rows?.run.map(({ number, last_seen_at, ...run }) => run),
    });
    expect(withoutOrder(stored)).toEqual(withoutOrder(expected));
  });
});

describe("a project with a backlog", () => {
  it("delays the batch of another one by at most one pass", async () => {
    const [noisy, quiet] = [await ingestContext(db), await ingestContext(db)];
    const send = (ctx: Context, batch: number) => {
      const events = sampleRun(3, createUuidV7(START + batch)).events;
      return acceptBatch({ ctx, input: gzipped({ writer: ctx.scope.projectId, batch, events }) });
    };
    for (let batch = 0; batch < 200; batch++) await send(noisy, batch);
    const served: (string | undefined)[] = [];
    for (let pass = 0; pass < 6; pass++) {
      if (pass % 2 === 1) await send(quiet, pass);
      const { batches } = await drain({ ctx: { db } });
      served.push(batches[0]?.projectId);
    }
    const [n, q] = [noisy, quiet].map((ctx) => ctx.scope.projectId);
    expect(served).toEqual([n, q, n, q, n, q]);
    await drainAll(db);
  });
});
