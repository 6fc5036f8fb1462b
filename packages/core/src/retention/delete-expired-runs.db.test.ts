import { createUuidV7 } from "@heddle/contract";
import { withSystem, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { drainAll } from "../ingest/testing/drain-all";
import { deleteExpiredRuns } from "./delete-expired-runs";
import { findRetainedProjects } from "./find-retained";
import { type RetainedProject, retainedProject } from "./testing/retained-project";
import { rowsOfProject } from "./testing/rows-of-project";

const DAY_MS = 24 * 60 * 60 * 1000;
const db = await createTestDatabase();
const today = new Date();
const ago = (days: number) => new Date(today.getTime() - days * DAY_MS);
let project: RetainedProject;
beforeEach(async () => {
  project = await retainedProject(db, today);
});

const step = (now = today) =>
  deleteExpiredRuns({ ctx: { db, now: () => now }, input: { projectId: project.projectId } });
async function all(now = today): Promise<number> {
  for (let total = 0; ; ) {
    const { runs, more } = await step(now);
    total += runs;
    if (!more) return total;
  }
}
const audit = () =>
  withSystem(db, (tx) =>
    tx.auditEvent.findMany({ where: { projectId: project.projectId }, orderBy: { id: "asc" } }),
  );

/** A failed run's message, as the worker writes it. */
async function tell(runId: string): Promise<void> {
  const { projectId } = project;
  const [id, channelId] = [createUuidV7(), createUuidV7()];
  await withSystem(db, async (tx) => {
    await tx.alertIncident.create({ data: { id, projectId, runId } });
    await tx.alertDelivery.create({ data: { id: createUuidV7(), projectId, incidentId: id, channelId } });
    await tx.runAlias.create({ data: { projectId, source: "test", externalId: runId, runId } });
  });
}

test("expired runs go with all that hangs on them, the others stay whole", async () => {
  const old = [await project.addRun(ago(45)), await project.addRun(ago(31))];
  for (const { runId } of old) await tell(runId);
  const before = await rowsOfProject(db, project.projectId);
  const kept = await project.addRun(ago(29));
  await tell(kept.runId);
  const whole = await rowsOfProject(db, project.projectId);
  expect(await all()).toBe(2);
  expect(await project.runIds()).toEqual([kept.runId]);
  const after = await rowsOfProject(db, project.projectId);
  for (const table of ["run", "node_run", "node_attribute", "column_stat", "run_alias"]) {
    expect({ [table]: after[table] }).toEqual({ [table]: (whole[table] ?? 0) - (before[table] ?? 0) });
    expect(before[table]).toBeGreaterThan(0);
  }
  expect(after).toMatchObject({ alert_incident: 1, alert_delivery: 1, code_version: 1, pipeline: 1 });
  expect(await all()).toBe(0);
});

const retained = (instanceDays: number | null) =>
  findRetainedProjects({ ctx: { db }, input: { instanceDays } });

test("no run is kept longer than the instance allows", async () => {
  for (const days of [20, 50]) await project.addRun(ago(days));
  const { projectId } = project;
  const remove = (instanceDays: number) =>
    deleteExpiredRuns({ ctx: { db, now: () => today }, input: { projectId, instanceDays } });
  await project.keepDays(null);
  expect(await retained(40)).toContainEqual({ projectId });
  expect(await remove(40)).toMatchObject({ runs: 1 });
  await project.keepDays(30);
  expect(await remove(40)).toMatchObject({ runs: 0 });
  await project.keepDays(90);
  expect(await remove(10)).toMatchObject({ runs: 1 });
});

test("a project without a limit, or a deleted one, keeps all", async () => {
  await project.addRun(ago(300));
  await project.keepDays(null);
  expect(await all()).toBe(0);
  await project.keepDays(1);
  const where = { id: project.projectId };
  await withSystem(db, (tx) => tx.project.update({ where, data: { deletedAt: today } }));
  expect(await all()).toBe(0);
  expect(await retained(null)).not.toContainEqual({ projectId: project.projectId });
  await withSystem(db, (tx) => tx.project.update({ where, data: { deletedAt: null } }));
  expect(await retained(null)).toContainEqual({ projectId: project.projectId });
  expect(await all()).toBe(1);
});

test("a run that is still running stays, until nothing was heard of it for as long", async () => {
  const runId = createUuidV7(ago(34).getTime());
  const started = { type: "run.started", runId, pipeline: "p", startedAt: ago(34).toISOString() } as const;
  await project.leaveInInbox([started], ago(2));
  await drainAll(db);
  expect(await all()).toBe(0);
  expect(await project.runIds()).toEqual([runId]);
  expect(await all(new Date(today.getTime() + 29 * DAY_MS))).toBe(1);
});

test("a run larger than a transaction goes in pieces, and goes on after an interruption", async () => {
  const { runId } = await project.addRun(ago(34));
  await withSystemClient(db, (client) =>
    client.query(
      `insert into node_run (project_id, run_id, node, task, attempt, status)
       select $1, $2, 'many', i::text, 0, 'succeeded' from generate_series(1, 12000) i`,
      [project.projectId, runId],
    ),
  );
  expect(await step()).toEqual({ runs: 0, more: true });
  const { node_run: left = 0 } = await rowsOfProject(db, project.projectId);
  expect(left).toBeLessThan(12_000);
  expect(await project.runIds()).toEqual([runId]);
  expect(await all()).toBe(1);
  const after = await rowsOfProject(db, project.projectId);
  expect(Object.keys(after)).not.toEqual(expect.arrayContaining(["node_run"]));
});

test("one event a day says how many, however many steps it took", async () => {
  for (let i = 0; i < 3; i++) await project.addRun(new Date(ago(31).getTime() - i));
  await all(new Date("2027-03-01T00:00:00Z"));
  await project.addRun(ago(31));
  await all(new Date("2027-03-01T23:59:59Z"));
  await project.addRun(ago(31));
  await all(new Date("2027-03-02T00:00:00Z"));
  expect(await audit()).toMatchObject([
    { action: "project.runs_expired", actorType: "system", actor: "retention", detail: { runs: 4 } },
    { action: "project.runs_expired", detail: { runs: 1 } },
  ]);
});

test("several workers at once delete each run once", async () => {
  for (let i = 0; i < 6; i++) await project.addRun(new Date(ago(35).getTime() + i), 2);
  const counts = await Promise.all([all(), all(), all(), all()]);
  await all();
  expect(await project.runIds()).toEqual([]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  expect(await audit()).toMatchObject([{ detail: { runs: 6 } }]);
});

test("what arrives for an expired run is stored once and expires with it", async () => {
  const { runId, events } = await project.addRun(ago(34));
  await all();
  await project.store(events.slice(-1));
  expect(await project.runIds()).toEqual([runId]);
  expect(await all()).toBe(1);
  expect(await all()).toBe(0);
  const left = await rowsOfProject(db, project.projectId);
  expect(left).not.toHaveProperty("ingest_batch");
  expect(left).not.toHaveProperty("run");
  expect(left).not.toHaveProperty("node_run");
});

test("runs that are being written to are left for later, and nobody waits for them", async () => {
  const [busy, idle] = [await project.addRun(ago(34)), await project.addRun(ago(33))];
  await withSystemClient(db, async (client) => {
    await client.query("select from run where id = $1 for update", [busy.runId]);
    expect(await all()).toBe(1);
  });
  expect(await project.runIds()).toEqual([busy.runId]);
  expect(idle.runId).not.toBe(busy.runId);
  expect(await all()).toBe(1);
});

test("deleting while the same runs are written to ends with no half of a run", async () => {
  const runs = await Promise.all(Array.from({ length: 5 }, (_, i) => project.addRun(ago(34 - i / 10), 3)));
  const writing = (async () => {
    for (let round = 0; round < 4; round++) {
      for (const { events } of runs) await project.store(events);
    }
  })();
  const deleting = (async () => {
    for (let round = 0; round < 40; round++) await step();
  })();
  await Promise.all([writing, deleting]);
  await all();
  const left = await rowsOfProject(db, project.projectId);
  for (const table of [
    "run",
    "node_run",
    "node_attribute",
    "column_stat",
    "ingest_batch",
    "quarantined_batch",
  ]) {
    expect(left).not.toHaveProperty(table);
  }
});

test("another project's runs of the same age stay", async () => {
  const other = await retainedProject(db, today);
  await other.keepDays(365);
  const { runId } = await other.addRun(ago(100));
  await project.addRun(ago(100));
  expect(await all()).toBe(1);
  expect(await other.runIds()).toEqual([runId]);
});
