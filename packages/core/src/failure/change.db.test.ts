import { randomUUID } from "node:crypto";
import { webhookEventSchema } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { evaluateRun } from "../alert/incident/evaluate-run";
import { type AlertProject, createAlertProject, slackAccess } from "../alert/testing/alert-project";
import { acknowledgeFailure } from "./acknowledge";
import { getFailure } from "./get";
import { listFailures } from "./list";
import { muteFailure } from "./mute";

const db = await createTestDatabase();
const publicUrl = "https://heddle.example";
const T0 = Date.parse("2026-11-20T06:00:00Z");
const at = (minutes: number) => new Date(T0 + minutes * 60_000);
let project: AlertProject;
let failureId: string;
beforeEach(async () => {
  project = await createAlertProject(db);
  await project.addRun({ startedAt: at(0), number: 1, status: "succeeded" });
  await fail(10, 2);
  const { failures } = await listFailures({ ctx: project.as("viewer"), input: {} });
  failureId = failures[0]?.id ?? "";
});

async function fail(minutes: number, number: number, skipped: string[] = []): Promise<string> {
  const runId = await project.addRun({ startedAt: at(minutes), number, skipped });
  await evaluateRun({ ctx: project.as("owner", () => at(minutes + 4)), input: { runId } });
  return runId;
}
const acknowledge = (role: "member" | "owner" | "viewer", acknowledged = true) =>
  acknowledgeFailure({
    ctx: project.as(role, () => at(acknowledged ? 20 : 21)),
    input: { failureId, acknowledged },
  });
const mute = (hours: number | null, now = at(30)) =>
  muteFailure({ ctx: project.as("member", () => now), input: { failureId, hours } });
const get = (ctx = project.as("viewer", () => at(60))) =>
  getFailure({ ctx, input: { failureId }, publicUrl });
const audit = () =>
  withSystem(db, (tx) =>
    tx.auditEvent.findMany({
      where: { projectId: project.scope.projectId, action: { startsWith: "failure." } },
      orderBy: { id: "asc" },
      select: { action: true, actor: true, target: true, targetId: true, detail: true },
    }),
  );

describe("acknowledging", () => {
  test("says who was first, once, and can be taken back", async () => {
    expect(await acknowledge("member")).toMatchObject({
      state: "acknowledged",
      acknowledgedBy: "member@example.org",
      acknowledgedAt: at(20).toISOString(),
    });
    expect(await acknowledge("owner")).toMatchObject({ acknowledgedBy: "member@example.org" });
    expect(await acknowledge("owner", false)).toMatchObject({ state: "open", acknowledgedBy: null });
    expect(await acknowledge("owner", false)).toMatchObject({ state: "open" });
    const about = { target: "growth_features at join_customers", targetId: failureId, detail: {} };
    expect(await audit()).toEqual([
      { action: "failure.acknowledged", actor: "member@example.org", ...about },
      { action: "failure.reopened", actor: "owner@example.org", ...about },
    ]);
  });

  test("by two people at once names one of them", async () => {
    await Promise.all([acknowledge("member"), acknowledge("owner"), acknowledge("member")]);
    expect(await audit()).toHaveLength(1);
  });
});

test("muting lasts as long as was said, and ends when it is told to", async () => {
  expect(await mute(24)).toMatchObject({ state: "muted", mutedUntil: at(30 + 24 * 60).toISOString() });
  expect(await mute(null, at(31))).toMatchObject({ state: "open", mutedUntil: null });
  expect(await mute(null, at(32))).toMatchObject({ state: "open" });
  expect((await audit()).map(({ action, detail }) => [action, detail])).toEqual([
    ["failure.muted", { until: at(30 + 24 * 60).toISOString() }],
    ["failure.unmuted", {}],
  ]);
  await expect(mute(0)).rejects.toThrow();
});

test("viewers see and change nothing; another project's failure is not there", async () => {
  expect(await get()).toMatchObject({ failure: { id: failureId } });
  const refused = { code: "forbidden" };
  await expect(acknowledge("viewer")).rejects.toMatchObject(refused);
  const viewer = project.as("viewer");
  await expect(muteFailure({ ctx: viewer, input: { failureId, hours: 1 } })).rejects.toMatchObject(refused);
  const other = (await createAlertProject(db)).as("owner");
  const gone = { code: "not_found", path: "/failureId" };
  await expect(get(other)).rejects.toMatchObject(gone);
  await expect(acknowledgeFailure({ ctx: other, input: { failureId } })).rejects.toMatchObject(gone);
  await expect(muteFailure({ ctx: other, input: { failureId, hours: 1 } })).rejects.toMatchObject(gone);
  failureId = randomUUID();
  await expect(get()).rejects.toMatchObject(gone);
  expect(await audit()).toEqual([]);
});

test("its page tells how it began, what happened since, and what channels are told", async () => {
  await project.addChannel("https://hooks.slack.com/services/T0/B0/abcdefghijklmnop", slackAccess(""));
  await fail(40, 3, ["report", "chart"]);
  await acknowledge("member");
  const detail = await get();
  expect(detail).toMatchObject({
    failure: { runs: 2, lastRun: { number: 3 } },
    began: { run: { number: 2 }, runs: 2, changes: { lastGood: { number: 1 } } },
    skipped: { count: 2 },
    message: { webhook: { type: "run.failed", run: { number: 3 }, failure: { id: failureId, streak: 2 } } },
  });
  expect(JSON.stringify(detail.message.slack)).toContain(`${publicUrl}/`);
  expect(webhookEventSchema.parse(detail.message.webhook)).toEqual(detail.message.webhook);
  expect(
    detail.timeline.map((event) => [event.kind, "run" in event ? event.run.number : event.actor]),
  ).toEqual([
    ["message", 3],
    ["failed", 3],
    ["person", "member@example.org"],
    ["failed", 2],
  ]);
});

test("a good run ends one bout and the next begins after it", async () => {
  await project.addRun({ startedAt: at(20), number: 3, status: "succeeded" });
  await fail(30, 4);
  await fail(40, 5);
  await project.addRun({ startedAt: at(50), number: 6, status: "succeeded" });
  await project.addRun({ startedAt: at(55), number: 7, status: "succeeded" });
  const { failure, began, timeline } = await get();
  expect(failure).toMatchObject({ state: "recovered", runs: 3 });
  expect(began).toMatchObject({ run: { number: 4 }, runs: 2, changes: { lastGood: { number: 3 } } });
  expect(timeline.map((event) => [event.kind, "run" in event && event.run.number])).toEqual([
    ["recovered", 6],
    ["failed", 5],
    ["failed", 4],
    ["recovered", 3],
    ["failed", 2],
  ]);
});
