import { createUuidV7 } from "@heddle/contract";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, it, vi } from "vitest";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { storedRows } from "../testing/stored-rows";
import { drain } from "./drain";

const HOLD = `create function hold() returns trigger language plpgsql as
  'begin perform pg_sleep(300); return new; end'`;
const HOLDING = "from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";

it.each(["run", "node_run", "node_attribute", "column_stat"])(
  "a database that ends in the middle of writing %s is not the batch's fault",
  async (table) => {
    const db = await createTestDatabase();
    const ctx = await ingestContext(db);
    const { events } = sampleRun(5, createUuidV7(Date.parse("2026-11-20T10:00:00Z")));
    await acceptBatch({ ctx, input: gzipped({ writer: ctx.scope.projectId, batch: 0, events }) });
    const owner = await db.pool.connect();
    await owner.query("set role none");
    await owner.query(HOLD);
    await owner.query(`create trigger hold before insert on ${table} for each row execute function hold()`);
    const drained = drain({ ctx: { db } }).then(
      () => "stored",
      () => "thrown",
    );
    const holding = async () => (await owner.query(`select ${HOLDING}`)).rowCount;
    await vi.waitFor(async () => expect(await holding()).toBe(1), { timeout: 25_000, interval: 20 });
    await owner.query(`select pg_terminate_backend(pid) ${HOLDING}`);
    expect(await drained).toBe("thrown");
    const inbox = "select attempts from ingest_batch";
    expect((await owner.query(inbox)).rows).toEqual([{ attempts: 0 }]);
    await owner.query(`drop trigger hold on ${table}`);
    owner.release(true);
    await drainAll(db);
    const rows = await storedRows(db, ctx.scope.projectId);
    expect([rows.run.length, rows.node_run.length]).toEqual([1, 5]);
  },
);
