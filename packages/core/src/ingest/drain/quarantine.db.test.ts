import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../context";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { storedRows } from "../testing/stored-rows";
import { drainSuspects } from "./drain";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await asOwner(`
    create function refuse_node() returns trigger language plpgsql as $$ begin
      if new.node like 'error-%' then
        raise exception 'refused' using errcode = substr(new.node, 7);
      end if;
      return new;
    end $$;
    create trigger refuse_node before insert on node_run for each row execute function refuse_node()`);
});

async function asOwner(sql: string): Promise<void> {
  await withSystemClient(db, async (client) => {
    await client.query("set local role none");
    await client.query(sql);
  });
}

/** A batch of which the database, in this test, says that error. */
async function sendRefused(ctx: Context, errcode: string): Promise<void> {
  const runId = createUuidV7(Date.parse("2026-11-20T10:00:00Z"));
  const event = { type: "node.started", runId, seq: 0, node: `error-${errcode}`, task: "", attempt: 0 };
  const events = [{ ...event, startedAt: "2026-11-20T10:00:00Z" }];
  await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch: 0, events }) });
}

async function sendGood(ctx: Context, count: number): Promise<void> {
  for (let batch = 0; batch < count; batch++) {
    const { events } = sampleRun(3, createUuidV7(Date.parse("2026-11-20T10:00:00Z")));
    await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch, events }) });
  }
}

async function countIn(table: "ingest_batch" | "quarantined_batch", ctx: Context): Promise<number> {
  return await withSystemClient(db, async (client) => {
    const { rowCount } = await client.query(`select from ${table} where project_id = $1`, [
      ctx.scope.projectId,
    ]);
    return rowCount ?? 0;
  });
}

describe("a batch that cannot be stored", () => {
  it.each([
    ["the database refuses its content", (ctx: Context) => sendRefused(ctx, "22023")],
    ["it cannot be read", insertUnreadable],
  ])("is put aside with its error when %s, and stops nothing else", async (_why, sendPoison) => {
    const ctx = await ingestContext(db);
    await sendGood(ctx, 5);
    await sendPoison(ctx);
    await sendGood(ctx, 5);
    expect((await drainAll(db)).failed).toMatchObject([{ quarantined: false }]);
    expect((await storedRows(db, ctx.scope.projectId)).run).toHaveLength(10);
    expect((await drainAll(db)).batches).toEqual([]);
    expect((await drainSuspects({ ctx })).failed).toMatchObject([{ quarantined: false }]);
    expect((await drainSuspects({ ctx })).failed).toMatchObject([{ quarantined: true }]);
    expect((await drainSuspects({ ctx })).failed).toEqual([]);
    expect([await countIn("ingest_batch", ctx), await countIn("quarantined_batch", ctx)]).toEqual([0, 1]);
  });

  it.each(["53100", "40P01", "42703", "57P01"])(
    "stays in the inbox, untouched, when the database has %s",
    async (errcode) => {
      const ctx = await ingestContext(db);
      await sendRefused(ctx, errcode);
      for (let round = 0; round < 4; round++) {
        await expect(drainAll(db)).rejects.toMatchObject({ code: errcode });
      }
      expect([await countIn("ingest_batch", ctx), await countIn("quarantined_batch", ctx)]).toEqual([1, 0]);
      await withSystemClient(db, (client) => client.query("delete from ingest_batch"));
    },
  );

  it("is kept apart but never put aside when it takes too long", async () => {
    const ctx = await ingestContext(db);
    await sendRefused(ctx, "57014");
    await sendGood(ctx, 3);
    await drainAll(db);
    for (let round = 0; round < 5; round++) await drainSuspects({ ctx });
    expect((await storedRows(db, ctx.scope.projectId)).run).toHaveLength(3);
    expect([await countIn("ingest_batch", ctx), await countIn("quarantined_batch", ctx)]).toEqual([1, 0]);
  });
});

async function insertUnreadable(ctx: Context): Promise<void> {
  await withSystemClient(db, (client) =>
    client.query(
      "insert into ingest_batch (project_id, writer, batch, encoding, body) values ($1, $2, 0, 'gzip', 'not gzip')",
      [ctx.scope.projectId, randomUUID()],
    ),
  );
}
