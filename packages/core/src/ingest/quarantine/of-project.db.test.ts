import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createUuidV7 } from "@heddle/contract";
import { withSystem, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { Context, Role } from "../../context";
import type { UpkeepContext } from "../../instance/operator";
import { readProjectInbox } from "../inbox-state/read-project-inbox";
import { gzipped } from "../testing/batch-body";
import { ingestContext } from "../testing/ingest-context";
import { deleteQuarantined } from "./delete";
import { listQuarantine } from "./list";
import { retryQuarantined } from "./retry";
import { showQuarantined } from "./show";
import { summariseQuarantined } from "./summarise";

const db = await createTestDatabase();
const NOW = new Date("2026-11-20T13:00:00Z");
const ADA = { type: "user", userId: randomUUID(), email: "ada@example.org" } as const;
const operator: UpkeepContext = { db, now: () => NOW, actor: ADA };
const ERROR =
  'error: invalid input syntax\nDETAIL: at line 1\n    at Parser.parse (/srv/heddle/a.js:1:2)\n  at "run"';

let next = 1;
let mine: Context;
let theirs: Context;
beforeEach(async () => {
  await withSystemClient(db, (client) => client.query("delete from quarantined_batch"));
  await withSystemClient(db, (client) => client.query("delete from ingest_batch"));
  mine = as("admin", await ingestContext(db));
  theirs = as("admin", await ingestContext(db));
});

function as(role: Role, ctx: Context): Context {
  return { ...ctx, now: () => NOW, actor: { ...ADA, role } };
}

async function putAside({ scope }: Context, body: Buffer = gzipSync("{}")): Promise<string> {
  const id = String(next++);
  await withSystemClient(db, (client) =>
    client.query(
      `insert into quarantined_batch (id, project_id, writer, batch, received_at, encoding, body, error)
       values ($1, $2, $3, 7, $4, 'gzip', $5, $6)`,
      [id, scope.projectId, randomUUID(), NOW, body, ERROR],
    ),
  );
  return id;
}

const idsOf = async (ctx: Context | UpkeepContext) =>
  (await listQuarantine({ ctx, input: { limit: 100 } })).batches.map(({ id }) => id);
const waiting = async (ctx: Context) => (await readProjectInbox({ ctx })).waiting.batches;

test("those who manage a project see its batches, and no other's; operators see all", async () => {
  const [one, two] = [await putAside(mine), await putAside(theirs)];
  expect(await idsOf(mine)).toEqual([one]);
  expect(await idsOf(operator)).toEqual([one, two]);
  const wanted = { limit: 100, projectId: theirs.scope.projectId };
  expect((await listQuarantine({ ctx: mine, input: wanted })).batches.map(({ id }) => id)).toEqual([one]);
  const gone = { code: "not_found" };
  for (const verb of [showQuarantined, summariseQuarantined])
    await expect(verb({ ctx: mine, input: { id: two } })).rejects.toMatchObject(gone);
  for (const verb of [retryQuarantined, deleteQuarantined])
    await expect(verb({ ctx: mine, input: { ids: [two] } })).rejects.toMatchObject(gone);
  expect(await idsOf(operator)).toEqual([one, two]);
});

test.each(["viewer", "member"] as const)("a %s sees and does nothing", async (role) => {
  const ctx = as(role, mine);
  const id = await putAside(mine);
  const refused = { code: "forbidden" };
  await expect(listQuarantine({ ctx, input: { limit: 1 } })).rejects.toMatchObject(refused);
  await expect(readProjectInbox({ ctx })).rejects.toMatchObject(refused);
  for (const verb of [showQuarantined, summariseQuarantined])
    await expect(verb({ ctx, input: { id } })).rejects.toMatchObject(refused);
  for (const verb of [retryQuarantined, deleteQuarantined])
    for (const input of [{ ids: [id] }, { all: true } as const])
      await expect(verb({ ctx, input })).rejects.toMatchObject(refused);
  expect(await idsOf(mine)).toEqual([id]);
});

test("pages follow each other without a gap", async () => {
  const ids = [await putAside(mine), await putAside(mine), await putAside(mine)];
  const first = await listQuarantine({ ctx: mine, input: { limit: 2 } });
  expect([first.total, first.batches.map(({ id }) => id), first.next]).toEqual([3, ids.slice(0, 2), ids[1]]);
  const second = await listQuarantine({ ctx: mine, input: { limit: 2, cursor: first.next } });
  expect([second.batches.map(({ id }) => id), second.next]).toEqual([ids.slice(2), null]);
});

test("what is tried again or deleted is of the one project, and says who did it", async () => {
  const [one, two] = [await putAside(mine), await putAside(mine)];
  const other = await putAside(theirs);
  const { projectId } = mine.scope;
  expect(await retryQuarantined({ ctx: mine, input: { ids: [one, other] } })).toEqual({
    batches: 1,
    projectIds: [projectId],
  });
  expect([await waiting(mine), await waiting(theirs)]).toEqual([1, 0]);
  expect(await deleteQuarantined({ ctx: mine, input: { all: true } })).toMatchObject({ batches: 1 });
  expect(await idsOf(operator)).toEqual([other]);
  await deleteQuarantined({ ctx: operator, input: { ids: [other] } });
  const notes = await withSystem(db, (tx) => tx.auditEvent.findMany());
  expect(notes.map(({ action, actor, projectId: of }) => [action, actor, of]).sort()).toEqual(
    [
      ["quarantine.retried", ADA.email, projectId],
      ["quarantine.deleted", ADA.email, projectId],
      ["quarantine.deleted", ADA.email, theirs.scope.projectId],
    ].sort(),
  );
  expect(two).not.toBe(one);
});

test("the error is whole for operators, and without our own code for others", async () => {
  const id = await putAside(mine);
  expect((await showQuarantined({ ctx: operator, input: { id } })).error).toBe(ERROR);
  const shown = await showQuarantined({ ctx: mine, input: { id } });
  expect(shown.error).toBe('error: invalid input syntax\nDETAIL: at line 1\n  at "run"');
  expect((await listQuarantine({ ctx: mine, input: { limit: 1 } })).batches[0]?.error).toBe(
    "error: invalid input syntax",
  );
});

test("the summary names types and runs, and nothing of what was measured", async () => {
  const [run, other] = [createUuidV7(), createUuidV7()];
  const events = [
    { type: "run.started", runId: run, pipeline: "secret" },
    { type: "node.finished", runId: run, value: "secret" },
    { type: "node.finished", runId: other },
    { type: "secret text", runId: "secret" },
    "secret",
  ];
  const { body } = gzipped({ writer: randomUUID(), batch: 7, events });
  const id = await putAside(mine, Buffer.from(body));
  for (const ctx of [mine, operator]) {
    const told = await summariseQuarantined({ ctx, input: { id } });
    expect(told).toMatchObject({
      unreadable: null,
      events: 5,
      types: [
        { type: "node.finished", events: 2 },
        { type: "unknown", events: 2 },
        { type: "run.started", events: 1 },
      ],
      runs: [run, other],
      runCount: 2,
    });
    expect(JSON.stringify(told)).not.toContain("secret");
  }
});

test("a batch that cannot be read says so without quoting it", async () => {
  const packed = await putAside(mine, Buffer.from("secret"));
  const text = await putAside(mine, gzipSync("secret"));
  const read = (id: string) => summariseQuarantined({ ctx: mine, input: { id } });
  expect(await read(packed)).toMatchObject({ unreadable: "compression", bytes: null });
  expect(await read(text)).toMatchObject({ unreadable: "content", bytes: 6 });
  expect(JSON.stringify(await read(text))).not.toContain("secret");
});
