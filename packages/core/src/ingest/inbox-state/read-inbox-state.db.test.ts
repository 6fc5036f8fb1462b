import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "../../context";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { readInboxState } from "./read-inbox-state";

const NOW = new Date("2026-11-20T12:00:00Z");

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
});

const read = (projects = 10) => readInboxState({ ctx: { db, now: () => NOW }, input: { projects } });

/** Sends batches that were received so many seconds before now; answers their size. */
async function send(ctx: Context, secondsAgo: number[]): Promise<number> {
  let bytes = 0;
  for (const seconds of secondsAgo) {
    const { events } = sampleRun(1, createUuidV7(NOW.getTime()));
    const input = gzipped({ writer: randomUUID(), batch: 0, events });
    bytes += input.body.byteLength;
    await acceptBatch({ ctx: { ...ctx, now: () => new Date(NOW.getTime() - seconds * 1000) }, input });
  }
  return bytes;
}

async function change(sql: string, projectId: string): Promise<void> {
  await withSystemClient(db, (client) => client.query(sql, [projectId]));
}

const QUARANTINE = `
  with gone as (delete from ingest_batch where project_id = $1 returning *)
  insert into quarantined_batch (id, project_id, writer, batch, received_at, encoding, body, error)
  select id, project_id, writer, batch, received_at, encoding, body, 'no' from gone`;

it("says that nothing waits where nothing does", async () => {
  expect(await read()).toEqual({
    waiting: { batches: 0, bytes: 0, oldestSeconds: null },
    suspects: 0,
    quarantined: 0,
    outbox: { rows: 0, oldestSeconds: null },
    projects: [],
  });
});

it("counts what waits, what failed and what was put aside, of the instance and of each project", async () => {
  const [much, failing, aside] = [await ingestContext(db), await ingestContext(db), await ingestContext(db)];
  const bytes = await send(much, [40, 30, 20]);
  await send(failing, [90, 80]);
  await change("update ingest_batch set attempts = 1 where project_id = $1", failing.scope.projectId);
  await send(aside, [70]);
  await change(QUARANTINE, aside.scope.projectId);

  const state = await read();
  const waiting = { batches: 3, bytes, oldestSeconds: 40 };
  expect(state).toMatchObject({ waiting, suspects: 2, quarantined: 1 });
  const none = { batches: 0, bytes: 0, oldestSeconds: null };
  expect(state.projects).toEqual([
    expect.objectContaining({ id: much.scope.projectId, waiting, suspects: 0, quarantined: 0 }),
    expect.objectContaining({ id: failing.scope.projectId, waiting: none, suspects: 2, quarantined: 0 }),
    expect.objectContaining({ id: aside.scope.projectId, waiting: none, suspects: 0, quarantined: 1 }),
  ]);
  expect(state.projects[0]?.org).toMatch(/./);
  expect((await read(1)).projects.map(({ id }) => id)).toEqual([much.scope.projectId]);
  expect((await read(0)).projects).toEqual([]);
});

it("counts signals that are not passed on yet", async () => {
  const ctx = await ingestContext(db);
  await send(ctx, [10]);
  const { outbox } = await drainAll(db);
  await change(
    "update outbox set created_at = '2026-11-20T11:59:30Z' where project_id = $1",
    ctx.scope.projectId,
  );
  const state = await read();
  expect(state.outbox).toEqual({ rows: outbox.length, oldestSeconds: 30 });
  expect(state.outbox.rows).toBeGreaterThan(0);
  expect(state.waiting.batches).toBe(0);
});
