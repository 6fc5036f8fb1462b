import { createUuidV7 } from "@heddle/contract";
import { ensurePartitions, withSystem, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { drainAll } from "../ingest/testing/drain-all";
import type { SampleRun } from "../ingest/testing/sample-run";
import { deleteExpiredRuns } from "./delete-expired-runs";
import { dropExpiredMonths, findExpiredMonths } from "./drop-expired-months";
import { type RetainedProject, retainedProject } from "./testing/retained-project";
import { rowsOfProject } from "./testing/rows-of-project";

const NOW = new Date("2032-09-20T12:00:00Z");
const OLD = new Date("2031-06-10T00:00:00Z");
const ctx = { now: () => NOW };
const db = await createTestDatabase();
const instanceDays = 365;
let project: RetainedProject;
beforeEach(async () => {
  await withSystemClient(db, (client) => ensurePartitions(client, OLD));
  project = await retainedProject(db, NOW);
  await project.keepDays(null);
});

const drop = () => dropExpiredMonths({ ctx: { ...ctx, db }, input: { instanceDays } });
async function expire(): Promise<number> {
  const input = { projectId: project.projectId, instanceDays };
  for (let runs = 0; ; ) {
    const step = await deleteExpiredRuns({ ctx: { ...ctx, db }, input });
    runs += step.runs;
    if (!step.more) return runs;
  }
}

/** What a failed run leaves outside of the partitions. */
async function tell(runId: string): Promise<void> {
  const { projectId } = project;
  await withSystem(db, async (tx) => {
    await tx.alertIncident.create({ data: { id: createUuidV7(), projectId, runId } });
    await tx.runAlias.create({ data: { projectId, source: "test", externalId: runId, runId } });
  });
}

/** Stores events that the API took in soon after the month began, and that waited in the inbox since. */
async function storeLate(events: SampleRun["events"]): Promise<void> {
  await project.leaveInInbox(events, OLD);
  await drainAll(db);
}

const DETAILS = ["node_run", "node_attribute", "column_stat", "run_batch"];

test("a dropped month leaves nothing of its runs, and what they were is noted", async () => {
  const { runId } = await project.addRun(OLD);
  await tell(runId);
  const kept = await project.addRun(NOW);
  await tell(kept.runId);
  expect(await findExpiredMonths({ ctx: { ...ctx, db }, input: { instanceDays } })).toContain("2031-06-01");
  expect((await drop()).gone).not.toContain("2031-06-01");
  expect(await project.runIds()).toEqual([runId, kept.runId]);
  expect(await expire()).toBe(1);
  expect((await drop()).gone).toContain("2031-06-01");
  expect(await project.runIds()).toEqual([kept.runId]);
  const left = await rowsOfProject(db, project.projectId);
  expect(left).toMatchObject({ alert_incident: 1, run_alias: 1 });
  const noted = await withSystem(db, (tx) =>
    tx.auditEvent.findMany({ where: { projectId: project.projectId, action: "project.runs_expired" } }),
  );
  expect(noted).toMatchObject([{ detail: { runs: 1 } }]);
});

test("what arrives for a run of a dropped month is stored once and goes with the next pass", async () => {
  const { runId, events } = await project.addRun(OLD);
  for (let pass = 0; pass < 2; pass++) {
    await drop();
    await expire();
  }
  expect(await project.runIds()).toEqual([]);
  await storeLate(events.slice(-1));
  expect(await project.runIds()).toEqual([runId]);
  expect(await expire()).toBe(1);
  const left = await rowsOfProject(db, project.projectId);
  for (const table of ["run", ...DETAILS, "ingest_batch"]) expect(left).not.toHaveProperty(table);
});

test("dropping months while their runs are written to loses no batch and leaves no half of a run", async () => {
  const kept = await project.addRun(NOW);
  const whole = await rowsOfProject(db, project.projectId);
  let writing = true;
  const writer = (async () => {
    for (let round = 0; round < 8; round++) {
      const late = await project.addRun(new Date(OLD.getTime() + round), 6);
      await storeLate(late.events.slice(-2));
    }
    writing = false;
  })();
  const sweeper = (async () => {
    while (writing) {
      await withSystemClient(db, (client) => ensurePartitions(client, OLD));
      await drop();
      await expire();
    }
  })();
  await Promise.all([writer, sweeper]);
  await drainAll(db);
  for (let pass = 0; pass < 2; pass++) {
    await expire();
    await drop();
  }
  expect(await project.runIds()).toEqual([kept.runId]);
  const left = await rowsOfProject(db, project.projectId);
  for (const table of DETAILS) expect({ [table]: left[table] }).toEqual({ [table]: whole[table] });
  expect(left).not.toHaveProperty("ingest_batch");
  expect(left).not.toHaveProperty("quarantined_batch");
});
