import { withSystem } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateChannel } from "../channel/update";
import { type AlertProject, createAlertProject, slackAccess } from "../testing/alert-project";
import { evaluateRun } from "./evaluate-run";
import { findUntoldRuns } from "./find-untold";

const URL = "https://hooks.slack.com/services/T0/B0/abcdefghijklmnop";
const slack = slackAccess("");

let db: TestDatabase;
let project: AlertProject;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  project = await createAlertProject(db);
});

const evaluate = (runId: string) => evaluateRun({ ctx: project.as("owner"), input: { runId } });

function rowsOf(runId: string) {
  return withSystem(db, (tx) =>
    tx.alertIncident.findMany({ where: { runId }, include: { deliveries: true } }),
  );
}

describe("the evaluation of a run", () => {
  it("makes one incident, and one delivery for each channel that is switched on", async () => {
    const one = await project.addChannel(URL, slack);
    const two = await project.addChannel(URL, slack);
    const off = await project.addChannel(URL, slack);
    await updateChannel({ ctx: project.as("owner"), input: { id: off.id, enabled: false }, slack });
    const runId = await project.addRun();
    const { deliveryIds } = await evaluate(runId);
    const [incident, ...others] = await rowsOf(runId);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      node: "join_customers",
      fingerprint: "f1",
      pipelineId: project.pipelineId,
    });
    expect(incident?.deliveries.map(({ channelId }) => channelId).sort()).toEqual([one.id, two.id].sort());
    expect(incident?.deliveries.map(({ id }) => id).sort()).toEqual([...deliveryIds].sort());
    expect(incident?.deliveries.every(({ status, attempts }) => status === "pending" && attempts === 0)).toBe(
      true,
    );
  });

  it("writes its rows once, however many do it at the same time", async () => {
    await project.addChannel(URL, slack);
    const runId = await project.addRun();
    const answers = await Promise.all(Array.from({ length: 8 }, () => evaluate(runId)));
    const [incident, ...others] = await rowsOf(runId);
    expect(others).toEqual([]);
    expect(incident?.deliveries).toHaveLength(1);
    const id = incident?.deliveries[0]?.id;
    expect(answers).toEqual(answers.map(() => ({ deliveryIds: [id] })));
  });

  it("sends nothing old to a channel that came later", async () => {
    const runId = await project.addRun();
    expect(await evaluate(runId)).toEqual({ deliveryIds: [] });
    await project.addChannel(URL, slack);
    expect(await evaluate(runId)).toEqual({ deliveryIds: [] });
  });

  it.each(["running", "succeeded", "cancelled"])("tells nobody of a run that is %s", async (status) => {
    await project.addChannel(URL, slack);
    const runId = await project.addRun({ status });
    expect(await evaluate(runId)).toEqual({ deliveryIds: [] });
    expect(await rowsOf(runId)).toEqual([]);
  });

  it.each(["project", "organization"] as const)("tells nobody while the %s is deleted", async (table) => {
    await project.addChannel(URL, slack);
    const runId = await project.addRun({ startedAt: new Date(Date.now() - 10 * 60_000) });
    const { projectId, organizationId } = project.scope;
    const id = table === "project" ? projectId : organizationId;
    const mark = (deletedAt: string) =>
      withSystem(db, (tx) =>
        tx.$executeRawUnsafe(`update ${table} set deleted_at = ${deletedAt} where id = $1::uuid`, id),
      );
    const untold = async () => {
      const found = await findUntoldRuns({ ctx: { db, now: () => new Date() } });
      return found.some((run) => run.runId === runId);
    };
    await mark("now()");
    expect(await evaluate(runId)).toEqual({ deliveryIds: [] });
    expect(await rowsOf(runId)).toEqual([]);
    expect(await untold()).toBe(false);
    await mark("null");
    expect(await untold()).toBe(true);
    expect((await evaluate(runId)).deliveryIds).toHaveLength(1);
  });

  it("knows of no run of another project", async () => {
    await project.addChannel(URL, slack);
    const runId = await (await createAlertProject(db)).addRun();
    expect(await evaluate(runId)).toEqual({ deliveryIds: [] });
    expect(await rowsOf(runId)).toEqual([]);
  });
});

describe("failed runs that were never evaluated", () => {
  it("are found once their job must have been lost", async () => {
    const startedAt = new Date(Date.now() - 10 * 60_000);
    const runId = await project.addRun({ startedAt });
    await project.addRun({ startedAt, status: "succeeded" });
    const evaluated = await project.addRun({ startedAt });
    await evaluate(evaluated);
    const { projectId } = project.as("owner").scope;
    const untold = async (now: number) => {
      const found = await findUntoldRuns({ ctx: { db, now: () => new Date(now) } });
      return found.filter((run) => run.projectId === projectId);
    };
    const finished = startedAt.getTime() + 218_000;
    expect(await untold(finished + 5_000)).toEqual([]);
    expect(await untold(finished + 60_000)).toEqual([{ projectId, runId }]);
    expect(await untold(finished + 3 * 24 * 3_600_000)).toEqual([]);
  });

  const untold = async () => {
    const { projectId } = project.scope;
    const found = await findUntoldRuns({ ctx: { db, now: () => new Date() } });
    return found.filter((run) => run.projectId === projectId).map((run) => run.runId);
  };
  const old = () => new Date(Date.now() - 10 * 60_000);

  it("are found behind any number of newer ones that were", async () => {
    const runId = await project.addRun({ startedAt: new Date(Date.now() - 60 * 60_000) });
    for (let newer = 0; newer < 101; newer++) await evaluate(await project.addRun({ startedAt: old() }));
    expect(await untold()).toEqual([runId]);
  });

  it("are found again when their pipeline became known only later, and join its failures without a second message", async () => {
    await project.addChannel(URL, slack);
    const runId = await project.addRun({ startedAt: old() });
    const { pipelineId } = project;
    const setPipeline = (to: string | null) =>
      withSystem(db, (tx) => tx.run.updateMany({ where: { id: runId }, data: { pipelineId: to } }));
    await setPipeline(null);
    await evaluate(runId);
    expect(await untold()).toEqual([]);
    await setPipeline(pipelineId);
    expect(await untold()).toEqual([runId]);
    await evaluate(runId);
    expect(await untold()).toEqual([]);
    const [incident] = await rowsOf(runId);
    expect(incident).toMatchObject({ pipelineId, failureId: expect.any(String) });
    expect(incident?.deliveries).toHaveLength(1);
  });
});
