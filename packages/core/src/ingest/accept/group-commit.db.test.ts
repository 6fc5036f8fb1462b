import { randomUUID } from "node:crypto";
import { canonicalJson, createUuidV7, type JsonValue } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase, withAdmin } from "@heddle/db/testing";
import { beforeAll, expect, it, vi } from "vitest";
import type { Context } from "../../context";
import { readArrival } from "../batch/read-arrival";
import { gzipped } from "../testing/batch-body";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { acceptBatch } from "./accept-batch";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

const writer = randomUUID();
const { events } = sampleRun(6, createUuidV7(Date.parse("2026-11-20T10:00:00Z")));
const batchOf = (batch: number, all = events) => gzipped({ writer, batch, events: all });
const five = Array.from({ length: 5 }, (_, batch) => batch);

async function stored({ scope }: Context) {
  return await withSystemClient(db, async (client) => {
    const select = async (columns: string, table: string) =>
      (
        await client.query(`select ${columns} from ${table} where project_id = $1 order by 1`, [
          scope.projectId,
        ])
      ).rows;
    return {
      inbox: (await select("batch", "ingest_batch")).map(({ batch }) => Number(batch)),
      receipts: await select("batch::int, repeats", "batch_receipt"),
    };
  });
}

/** Does something to each process of the database that waits for a lock; returns how many there were. */
async function eachWaiting(what: string): Promise<number> {
  return await withAdmin(db.url, async (client) => {
    const { rowCount } = await client.query(
      `select ${what} from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rowCount ?? 0;
  });
}

/** Keeps every transaction of the project that brings batch 0 from going on until `work` is done. */
async function whileLocked(ctx: Context, work: () => Promise<void>): Promise<void> {
  await withSystemClient(db, async (client) => {
    await client.query(
      `insert into batch_receipt (project_id, writer, batch, digest, answer) values ($1, $2, 0, '', '{}')`,
      [ctx.scope.projectId, writer],
    );
    await work();
    await client.query("rollback; begin");
  });
}

it("stores each of many batches once, however often and in whatever order they come at once", async () => {
  const ctx = await ingestContext(db);
  const numbers = [...five, ...five.toReversed(), ...five, ...five, ...five].sort(
    (a, b) => ((a * 7) % 3) - ((b * 5) % 3),
  );
  const accepted = await Promise.all(numbers.map((batch) => acceptBatch({ ctx, input: batchOf(batch) })));
  for (const batch of five) {
    const same = accepted.filter((one) => one.batch === batch);
    expect(same.filter((one) => one.stored)).toHaveLength(1);
    const answers = new Set(same.map(({ answer }) => canonicalJson(answer as unknown as JsonValue)));
    expect(answers.size).toBe(1);
  }
  expect(await stored(ctx)).toEqual({
    inbox: five,
    receipts: five.map((batch) => ({ batch, repeats: 4 })),
  });
});

it("refuses other content under a number that is used by a batch of the same group, and only that", async () => {
  const ctx = await ingestContext(db);
  const other = batchOf(2, events.slice(1));
  const inputs = [batchOf(1), batchOf(2), other, batchOf(3), other, batchOf(2)];
  const settled = await Promise.allSettled(inputs.map((input) => acceptBatch({ ctx, input })));
  const seen = settled.map((one) => (one.status === "fulfilled" ? "taken" : one.reason.code));
  const [of2, ofOther] = seen[1] === "taken" ? ["taken", "conflict"] : ["conflict", "taken"];
  expect(seen).toEqual(["taken", of2, ofOther, "taken", ofOther, of2]);
  expect(await stored(ctx)).toEqual({
    inbox: [1, 2, 3],
    receipts: [1, 2, 3].map((batch) => ({ batch, repeats: batch === 2 ? 1 : 0 })),
  });
});

it("loses nothing that was promised when a connection breaks in the middle of a group", async () => {
  const ctx = await ingestContext(db);
  const send = () => five.map((batch) => acceptBatch({ ctx, input: batchOf(batch) }));
  await whileLocked(ctx, async () => {
    // The first is under way while the others gather, among them one that has to wait as well.
    const sent = Promise.allSettled([...send(), acceptBatch({ ctx, input: batchOf(0) })]);
    let over = false;
    void sent.then(() => {
      over = true;
    });
    while (!over) await eachWaiting("pg_terminate_backend(pid)");
    for (const { status } of await sent) expect(status).toBe("rejected");
  });
  expect(await stored(ctx)).toEqual({ inbox: [], receipts: [] });
  expect((await Promise.all(send())).map(({ stored }) => stored)).toEqual(five.map(() => true));
  expect((await stored(ctx)).inbox).toEqual(five);
});

it("lets no batch pay for what another one of its group does wrong", async () => {
  const ctx = await ingestContext(db);
  const all: Promise<unknown>[] = [];
  await whileLocked(ctx, async () => {
    all.push(acceptBatch({ ctx, input: batchOf(0) }));
    await vi.waitUntil(async () => (await eachWaiting("pid")) > 0, { timeout: 60_000 });
    // What PostgreSQL refuses: no position is so large.
    const rejected = [{ index: 2 ** 40, code: "", message: "", path: "", fix: "" }];
    const read: typeof readArrival = async (...batch) => ({ ...(await readArrival(...batch)), rejected });
    all.push(acceptBatch({ ctx, input: batchOf(1), read }), acceptBatch({ ctx, input: batchOf(2) }));
  });
  const settled = await Promise.allSettled(all);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((await stored(ctx)).inbox).toEqual([0, 2]);
});
