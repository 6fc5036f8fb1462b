import { withSystem, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { storeBlob } from "../ingest/accept/store-blob";
import { drainAll } from "../ingest/testing/drain-all";
import type { SampleRun } from "../ingest/testing/sample-run";
import { getRunGraph } from "../run/graph";
import { deleteExpiredRuns } from "./delete-expired-runs";
import { removeUnused } from "./remove-unused";
import { type RetainedProject, retainedProject } from "./testing/retained-project";
import { rowsOfProject } from "./testing/rows-of-project";

const DAY_MS = 24 * 60 * 60 * 1000;
const db = await createTestDatabase();
const today = new Date();
const inDays = (days: number) => new Date(today.getTime() + days * DAY_MS);
const LONG = "x".repeat(600);
let project: RetainedProject;
beforeEach(async () => {
  project = await retainedProject(db, today);
});

const { signal } = new AbortController();
const unused = (now: Date) =>
  removeUnused({ ctx: { db, now: () => now }, input: { projectId: project.projectId }, signal });
async function expire(now: Date): Promise<void> {
  const args = { ctx: { db, now: () => now }, input: { projectId: project.projectId } };
  while ((await deleteExpiredRuns(args)).more);
}

/** A run with its sources and a node of a long name. */
async function wholeRun(at: Date, nodes: number): Promise<SampleRun> {
  const run = await project.addRun(at, nodes);
  for (const [sha256, text] of run.blobs) {
    await storeBlob({ ctx: project.ctx, input: { sha256, body: Buffer.from(text) } });
  }
  const times = { startedAt: at.toISOString(), finishedAt: at.toISOString() };
  const node = {
    type: "node.finished",
    runId: run.runId,
    node: `${LONG}${nodes}`,
    task: "",
    attempt: 0,
  } as const;
  await project.leaveInInbox([{ ...node, status: "succeeded", ...times }], at);
  await drainAll(db);
  return run;
}

test("what only expired runs referred to goes; what a kept run needs stays", async () => {
  const old = await wholeRun(today, 4);
  const alone = await rowsOfProject(db, project.projectId);
  expect(alone).toMatchObject({ code_version: 1, environment_snapshot: 1, name_text: 1 });
  expect(alone.code_blob).toBeGreaterThan(0);
  await expire(inDays(31));
  expect(await unused(inDays(31))).toEqual({
    versions: 1,
    blobs: old.blobs.size,
    environments: 1,
    names: 1,
  });
  const left = await rowsOfProject(db, project.projectId);
  expect(Object.keys(left).sort()).toEqual(["audit_event", "batch_receipt", "outbox", "pipeline"]);
});

test("while any run refers to them, all stay", async () => {
  const { runId } = await wholeRun(today, 4);
  await project.keepDays(1);
  await withSystem(db, (tx) =>
    tx.run.updateMany({ where: { projectId: project.projectId }, data: { status: "running" } }),
  );
  const before = await rowsOfProject(db, project.projectId);
  await expire(inDays(6));
  expect(await unused(inDays(6))).toEqual({ versions: 0, blobs: 0, environments: 0, names: 0 });
  expect(await rowsOfProject(db, project.projectId)).toEqual(before);
  const { nodes } = await getRunGraph({ ctx: project.ctx, input: { runId } });
  expect(nodes.length).toBeGreaterThanOrEqual(4);
});

test("a source that two versions share goes with the second", async () => {
  await wholeRun(today, 4);
  const { runId } = await project.addRun(today, 5);
  const shared = await withSystem(db, (tx) =>
    tx.codeVersion.findMany({ where: { projectId: project.projectId } }),
  );
  expect(shared).toHaveLength(2);
  const [first] = shared;
  await withSystem(db, async (tx) => {
    const { projectId } = project;
    await tx.codeVersion.updateMany({ where: { projectId }, data: { files: first?.files ?? [] } });
    await tx.run.updateMany({
      where: { projectId, id: runId },
      data: { status: "running", lastSeenAt: inDays(31) },
    });
  });
  const { code_blob: blobs } = await rowsOfProject(db, project.projectId);
  await expire(inDays(31));
  expect(await unused(inDays(31))).toMatchObject({ versions: 1, blobs: 0, environments: 0 });
  expect(await rowsOfProject(db, project.projectId)).toMatchObject({ code_blob: blobs });
});

test("what a batch names is kept for a day, though no run refers to it yet", async () => {
  const { runId, events } = await wholeRun(today, 4);
  await project.keepDays(1);
  await expire(inDays(40));
  await withSystemClient(db, (client) =>
    client.query("update code_version set used_at = $2 where project_id = $1", [
      project.projectId,
      inDays(-9),
    ]),
  );
  // Named again, taken in, not stored yet.
  const started = events.filter(({ type }) => type === "run.started");
  expect(started).toHaveLength(1);
  await project.leaveInInbox(started, today);
  expect((await unused(inDays(0.4))).versions).toBe(0);
  await drainAll(db);
  const { nodes } = await getRunGraph({ ctx: project.ctx, input: { runId } });
  expect(nodes.length).toBeGreaterThanOrEqual(4);
});

test("nothing goes while batches wait for long", async () => {
  const { events } = await wholeRun(today, 4);
  await expire(inDays(31));
  await project.leaveInInbox(events.slice(-1), today);
  expect((await unused(inDays(31))).versions).toBe(0);
});

test("a batch that names a version while it is removed is told to send it", async () => {
  const { events, versionHash } = await wholeRun(today, 4);
  await expire(inDays(31));
  const stale = "update code_version set used_at = now() - interval '40 days' where project_id = $1";
  await withSystemClient(db, (client) => client.query(stale, [project.projectId]));
  const started = events.filter(({ type }) => type === "run.started");
  let arrival: Promise<void> | undefined;
  await withSystemClient(db, async (client) => {
    await client.query("delete from code_version where hash = $1", [versionHash]);
    arrival = project.leaveInInbox(started, today);
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await arrival;
  const receipts = await withSystem(db, (tx) =>
    tx.batchReceipt.findMany({ where: { projectId: project.projectId }, orderBy: { receivedAt: "desc" } }),
  );
  expect(receipts.map(({ answer }) => answer)).toContainEqual(
    expect.objectContaining({ need: expect.objectContaining({ codeVersions: [versionHash] }) }),
  );
});

test("it stops when told to", async () => {
  await wholeRun(today, 4);
  await expire(inDays(31));
  const args = { ctx: { db, now: () => inDays(31) }, input: { projectId: project.projectId } };
  expect((await removeUnused({ ...args, signal: AbortSignal.abort() })).versions).toBe(0);
  expect((await removeUnused({ ...args, signal })).versions).toBe(1);
});
