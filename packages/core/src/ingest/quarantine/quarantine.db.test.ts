import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { withSystem, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "../../context";
import type { OperatorContext } from "../../instance/operator";
import { acceptBatch } from "../accept/accept-batch";
import { drainSuspects } from "../drain/drain";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { storedRows } from "../testing/stored-rows";
import { deleteQuarantined } from "./delete";
import { getQuarantined } from "./get";
import { listQuarantine } from "./list";
import { retryQuarantined } from "./retry";

const db = await createTestDatabase();
const ctx: OperatorContext = {
  db,
  now: () => new Date("2026-11-20T13:00:00Z"),
  actor: { type: "system", job: "heddle-admin" },
};

async function asOwner(sql: string): Promise<void> {
  await withSystemClient(db, async (client) => {
    await client.query("set local role none");
    await client.query(sql);
  });
}

const refuse = () => asOwner("alter table node_run enable trigger refuse");
const accept = () => asOwner("alter table node_run disable trigger refuse");

beforeAll(() =>
  asOwner(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception E'not today\\nand not here' using errcode = '22023'; end $$;
    create trigger refuse before insert on node_run for each row execute function refuse()`),
);

let one: Context;
let two: Context;
let first: string;
beforeEach(async () => {
  await refuse();
  await withSystemClient(db, (client) => client.query("delete from quarantined_batch"));
  one = await ingestContext(db);
  two = await ingestContext(db);
  await send(one);
  await send(one);
  await send(two);
  await putAside();
  [first = ""] = await idsOf(one);
});

/** A batch that cannot be stored as long as the trigger refuses it. */
async function send(to: Context): Promise<void> {
  const runId = createUuidV7(Date.parse("2026-11-20T10:00:00Z"));
  const node = { type: "node.started", runId, seq: 0, node: "join", task: "", attempt: 0 };
  const events = [{ ...node, startedAt: "2026-11-20T10:00:00Z" }];
  await acceptBatch({ ctx: to, input: gzipped({ writer: randomUUID(), batch: 7, events }) });
}

async function putAside(): Promise<void> {
  await drainAll(db);
  for (let round = 0; round < 3; round++) await drainSuspects({ ctx });
}

const list = (of?: Context) => listQuarantine({ ctx, input: { projectId: of?.scope.projectId, limit: 100 } });
const idsOf = async (of?: Context) => (await list(of)).batches.map(({ id }) => id);
const runsOf = async (of: Context) => (await storedRows(db, of.scope.projectId)).run.length;
const notesOf = (of: Context) =>
  withSystem(db, (tx) =>
    tx.auditEvent.findMany({
      where: { projectId: of.scope.projectId },
      select: { action: true, actor: true, detail: true },
    }),
  );

test("lists what was put aside, of one project or of all, up to a limit", async () => {
  expect((await list()).total).toBe(3);
  expect(await list(two)).toMatchObject({
    total: 1,
    batches: [{ batch: 7, error: "error: not today", org: expect.stringMatching(/^org-/) }],
  });
  const limited = await listQuarantine({ ctx, input: { limit: 1 } });
  expect([limited.total, limited.batches.map(({ id }) => id)]).toEqual([3, [first]]);
});

test("shows the whole error and how the decompressed content begins", async () => {
  const shown = await getQuarantined({ ctx, input: { id: first, bytes: 11 } });
  expect(shown.error).toContain("not today\nand not here");
  expect(shown.body).toBe('{"writer":"');
  expect(shown.bodyBytes).toBeGreaterThan(100);
  await withSystemClient(db, (client) => client.query("update quarantined_batch set body = 'x'"));
  expect(await getQuarantined({ ctx, input: { id: first, bytes: 12 } })).toMatchObject({ body: null });
});

test("what is tried again is stored once the cause is mended, and comes back as long as it is not", async () => {
  expect(await retryQuarantined({ ctx, input: { ids: [first] } })).toEqual({
    batches: 1,
    projectIds: [one.scope.projectId],
  });
  expect(await idsOf(one)).not.toContain(first);
  await putAside();
  expect(await idsOf(one)).toContain(first);
  await accept();
  await retryQuarantined({ ctx, input: { ids: [first] } });
  expect((await drainAll(db)).batches).toMatchObject([{ id: first }]);
  expect([await runsOf(one), await runsOf(two)]).toEqual([1, 0]);
  expect(await notesOf(one)).toEqual(
    Array(2).fill({ action: "quarantine.retried", actor: "heddle-admin", detail: { batches: 1 } }),
  );
});

test("all of a project, or all there are", async () => {
  await accept();
  await retryQuarantined({ ctx, input: { all: true, projectId: one.scope.projectId } });
  await drainAll(db);
  expect([await runsOf(one), await runsOf(two)]).toEqual([2, 0]);
  expect((await retryQuarantined({ ctx, input: { all: true } })).batches).toBe(1);
  await drainAll(db);
  expect(await runsOf(two)).toBe(1);
  expect(await retryQuarantined({ ctx, input: { all: true } })).toEqual({ batches: 0, projectIds: [] });
});

test("of many who try the same at once, each batch is put back by one", async () => {
  await accept();
  const ids = await idsOf();
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, () => retryQuarantined({ ctx, input: { ids } })),
  );
  const taken = tries.flatMap((each) => (each.status === "fulfilled" ? [each.value.batches] : []));
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect((await drainAll(db)).batches).toHaveLength(3);
});

test("what is deleted is gone, and nothing else", async () => {
  expect(await deleteQuarantined({ ctx, input: { ids: [first] } })).toMatchObject({ batches: 1 });
  expect(await idsOf(one)).toHaveLength(1);
  await expect(deleteQuarantined({ ctx, input: { ids: [first] } })).rejects.toMatchObject({
    code: "not_found",
    message: `There is no batch ${first} in quarantine.`,
  });
  await deleteQuarantined({ ctx, input: { all: true, projectId: one.scope.projectId } });
  expect([await idsOf(one), (await idsOf(two)).length]).toEqual([[], 1]);
  await accept();
  expect((await drainAll(db)).batches).toEqual([]);
  expect(await notesOf(one)).toMatchObject([
    { action: "quarantine.deleted", detail: { batches: 1 } },
    { action: "quarantine.deleted", detail: { batches: 1 } },
  ]);
});

test.each(["", "0", "1e3", "-1", "1; drop table run", "9".repeat(40), "x"])(
  "%j is the id of nothing",
  async (id) => {
    const missing = { code: "not_found" };
    await expect(retryQuarantined({ ctx, input: { ids: [first, id] } })).rejects.toMatchObject(missing);
    await expect(deleteQuarantined({ ctx, input: { ids: [id] } })).rejects.toMatchObject(missing);
    await expect(getQuarantined({ ctx, input: { id, bytes: 10 } })).rejects.toMatchObject(missing);
    expect(await idsOf()).toHaveLength(3);
  },
);
