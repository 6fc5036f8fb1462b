import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { evaluateRun } from "../alert/incident/evaluate-run";
import { findUntoldRuns } from "../alert/incident/find-untold";
import { type AlertProject, createAlertProject } from "../alert/testing/alert-project";
import { forgetIncidents } from "../retention/forget-incidents";
import { listFailures } from "./list";

const db = await createTestDatabase();
const T0 = Date.parse("2026-11-20T06:00:00Z");
const at = (minutes: number) => new Date(T0 + minutes * 60_000);
let project: AlertProject;
beforeEach(async () => {
  project = await createAlertProject(db);
});

const evaluate = (runId: string) => evaluateRun({ ctx: project.as("owner"), input: { runId } });
const list = (input: Parameters<typeof listFailures>[0]["input"] = {}, now = at(600)) =>
  listFailures({ ctx: project.as("viewer", () => now), input });
const only = async () => {
  const { failures } = await list();
  expect(failures).toHaveLength(1);
  return failures[0];
};
type Spec = Parameters<AlertProject["addRun"]>[0];
async function fail(minutes: number, spec: Spec = {}): Promise<string> {
  const id = await project.addRun({ startedAt: at(minutes), number: minutes, ...spec });
  await evaluate(id);
  return id;
}
const change = (data: { acknowledgedAt?: Date; acknowledgedBy?: string; mutedUntil?: Date }) =>
  withSystem(db, (tx) => tx.failure.updateMany({ where: { projectId: project.scope.projectId }, data }));
const acknowledge = () => change({ acknowledgedAt: at(5), acknowledgedBy: "ada@example.org" });

test("runs that fail the same way are one failure, with the newest run's words", async () => {
  const first = await fail(1, { message: "old words" });
  const last = await fail(2, { message: "new words" });
  expect(await only()).toMatchObject({
    pipeline: "growth_features",
    node: "join_customers",
    errorType: "MergeError",
    message: "new words",
    runs: 2,
    firstRun: { id: first, number: 1, startedAt: at(1).toISOString() },
    lastRun: { id: last, number: 2, startedAt: at(2).toISOString() },
    state: "open",
    environment: null,
  });
  const rows = await withSystem(db, (tx) => tx.alertIncident.findMany({ where: { runId: last } }));
  expect(rows).toMatchObject([{ failureId: (await only())?.id }]);
});

test("the order in which runs are looked at, and how often, changes nothing", async () => {
  const ids = await Promise.all(
    [3, 1, 4, 2].map((minute) =>
      project.addRun({ startedAt: at(minute), number: minute, message: `of ${minute}` }),
    ),
  );
  for (const id of [...ids, ...ids]) await evaluate(id);
  expect(await only()).toMatchObject({
    runs: 4,
    message: "of 4",
    firstRun: { number: 1 },
    lastRun: { number: 4 },
  });
});

test("workers that look at the same runs at once count each run once", async () => {
  const ids = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((minute) => project.addRun({ startedAt: at(minute), number: minute })),
  );
  await Promise.all([...ids, ...ids, ...ids.toReversed()].map(evaluate));
  expect(await only()).toMatchObject({ runs: 6, firstRun: { number: 1 }, lastRun: { number: 6 } });
});

test("a run that a former version told of without a group joins it when it is looked at again", async () => {
  const runId = await fail(1);
  const { projectId } = project.scope;
  await withSystem(db, async (tx) => {
    await tx.alertIncident.updateMany({ where: { projectId }, data: { failureId: null } });
    await tx.failure.deleteMany({ where: { projectId } });
  });
  const untold = await findUntoldRuns({ ctx: { db, now: () => at(20) } });
  expect(untold).toContainEqual({ projectId, runId });
  await Promise.all([runId, runId, runId].map(evaluate));
  expect(await only()).toMatchObject({ runs: 1 });
  expect(await findUntoldRuns({ ctx: { db, now: () => at(20) } })).not.toContainEqual({ projectId, runId });
});

test("a run that failed outside of its nodes belongs to a failure, too", async () => {
  await fail(1, { node: null, message: "disk 7 is full" });
  await fail(2, { node: null, message: "disk 8 is full" });
  expect(await only()).toMatchObject({ node: null, runs: 2, message: "disk 8 is full" });
});

test("it recovers with the next good run, and is open again when it comes back", async () => {
  await fail(1);
  await acknowledge();
  expect(await only()).toMatchObject({ state: "acknowledged", acknowledgedBy: "ada@example.org" });
  await fail(2);
  expect(await only()).toMatchObject({ state: "acknowledged" });
  await project.addRun({ startedAt: at(3), status: "succeeded" });
  expect(await only()).toMatchObject({ state: "recovered" });
  await fail(4);
  expect(await only()).toMatchObject({ state: "open", acknowledgedAt: null, acknowledgedBy: null, runs: 3 });
});

test("a good run in another environment mends nothing", async () => {
  await fail(1, { environment: "production" });
  await fail(2, { environment: "staging" });
  await project.addRun({ startedAt: at(3), status: "succeeded", environment: "staging" });
  await project.addRun({ startedAt: at(4), status: "succeeded" });
  const { failures, counts } = await list();
  expect(failures.map(({ environment, state }) => [environment, state])).toEqual([
    ["staging", "recovered"],
    ["production", "open"],
  ]);
  expect(counts).toEqual({ open: 1, acknowledged: 0, muted: 0, recovered: 1 });
});

test("nothing is sent about what is muted, until then", async () => {
  const channel = { projectId: project.scope.projectId, kind: "slack", name: "c", hint: "" };
  await withSystem(db, (tx) =>
    tx.alertChannel.create({ data: { ...channel, id: createUuidV7(), secret: new Uint8Array(1) } }),
  );
  const tell = async (minutes: number, now: Date) => {
    const runId = await project.addRun({ startedAt: at(minutes) });
    return (await evaluateRun({ ctx: project.as("owner", () => now), input: { runId } })).deliveryIds.length;
  };
  expect(await tell(1, at(1))).toBe(1);
  await change({ mutedUntil: at(60) });
  expect((await list({}, at(59))).failures).toMatchObject([{ state: "muted" }]);
  expect(await tell(2, at(59))).toBe(0);
  expect((await list({}, at(60))).failures).toMatchObject([{ state: "open", runs: 2 }]);
  expect(await tell(3, at(61))).toBe(1);
});

test("pages follow each other without gaps, with any filter", async () => {
  for (let i = 0; i < 5; i++) await fail(i, { environment: `e${i}` });
  await project.addRun({ startedAt: at(9), status: "succeeded", environment: "e2" });
  const seen: (string | null)[] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ limit: 2, cursor, state: "open", pipeline: "growth_features" });
    seen.push(...page.failures.map(({ environment }) => environment));
    expect(page.counts).toEqual({ open: 4, acknowledged: 0, muted: 0, recovered: 1 });
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(["e4", "e3", "e1", "e0"]);
  expect((await list({ pipeline: "none" })).failures).toEqual([]);
  await expect(list({ cursor: "x" })).rejects.toMatchObject({ code: "invalid", path: "/cursor" });
});

test("when runs expire, a failure shrinks to those left, and goes with the last", async () => {
  const ids = [await fail(1), await fail(2), await fail(3)];
  const forget = (gone: string[]) =>
    withSystem(db, (tx) => forgetIncidents(tx, project.scope.projectId, gone));
  await forget(ids.slice(0, 2));
  expect(await only()).toMatchObject({ runs: 1, firstRun: { number: 3 }, lastRun: { number: 3 } });
  await forget(ids);
  expect((await list()).failures).toEqual([]);
  await forget(ids);
});

test("shows nothing of another project", async () => {
  await fail(1);
  const other = await createAlertProject(db);
  expect((await listFailures({ ctx: other.as("viewer"), input: {} })).failures).toEqual([]);
});
