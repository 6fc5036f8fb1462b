import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "../../run/cursor";
import { removeChannel } from "../channel/remove";
import { evaluateRun } from "../incident/evaluate-run";
import { type AlertProject, createAlertProject, slackAccess } from "../testing/alert-project";
import { type Receiver, startReceiver } from "../testing/receiver";
import { deliver } from "./deliver";
import { listDeliveries } from "./list";
import { retryDelivery } from "./retry";

let db: TestDatabase;
let here: AlertProject;
let elsewhere: AlertProject;
let receiver: Receiver;
beforeAll(async () => {
  db = await createTestDatabase();
  here = await createAlertProject(db);
  elsewhere = await createAlertProject(db);
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

async function fail(project: AlertProject, number: number) {
  const runId = await project.addRun({ number });
  const { deliveryIds } = await evaluateRun({ ctx: project.as("owner"), input: { runId } });
  return { runId, deliveryIds };
}

describe("the list of deliveries", () => {
  it("shows each of them once over all pages, newest first, and those of no other project", async () => {
    const slack = slackAccess(receiver.host);
    await here.addChannel(receiver.url, slack, "#one");
    const two = await here.addChannel(receiver.url, slack, "#two");
    await elsewhere.addChannel(receiver.url, slack);
    await fail(elsewhere, 1);
    for (let number = 1; number <= 3; number++) await fail(here, number);
    await removeChannel({ ctx: here.as("owner"), input: { id: two.id } });
    const ctx = here.as("viewer");
    const pages = [];
    let cursor: string | null = null;
    do {
      const page = await listDeliveries({ ctx, input: { limit: 4, cursor } });
      pages.push(page.deliveries);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(pages.map((page) => page.length)).toEqual([4, 2]);
    const all = pages.flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(6);
    expect(all.map(({ run }) => run.number)).toEqual([3, 3, 2, 2, 1, 1]);
    expect(all.map(({ channel }) => channel.name).sort()).toEqual(["#one", "#one", "#one", null, null, null]);
    expect(all[0]).toMatchObject({
      status: "pending",
      attempts: 0,
      lastError: null,
      sentAt: null,
      nextAttemptAt: expect.stringMatching(/Z$/),
      node: "join_customers",
      run: { pipeline: "growth_features" },
    });
    expect(JSON.stringify(all)).not.toContain("s3cr3t");
  });

  it("refuses a cursor that it never gave", async () => {
    const places = [[], ["2026-11-23T11:00:00Z", "x"], ["yesterday", randomUUID()]];
    for (const cursor of ["x", ...places.map(encodeCursor)])
      await expect(listDeliveries({ ctx: here.as("viewer"), input: { cursor } })).rejects.toMatchObject({
        code: "invalid",
        path: "/cursor",
      });
  });
});

describe("another try of a delivery", () => {
  it("is for failed ones, for those who may, in their own project", async () => {
    const slack = slackAccess(receiver.host);
    const project = await createAlertProject(db);
    await project.addChannel(receiver.url, slack);
    const [id] = (await fail(project, 1)).deliveryIds;
    if (!id) throw new Error("no delivery");
    const ctx = project.as("member");
    const retry = (as = ctx) => retryDelivery({ ctx: as, input: { id } });
    await expect(retry()).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("pending"),
    });
    receiver.answer((response) => response.writeHead(410).end());
    await deliver({ ctx, input: { deliveryId: id }, slack });
    await expect(retry(project.as("viewer"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(retry(here.as("owner"))).rejects.toMatchObject({ code: "not_found" });
    expect(await retry()).toMatchObject({ id, status: "pending", attempts: 0 });
    receiver.answer((response) => response.end("ok"));
    await deliver({ ctx, input: { deliveryId: id }, slack });
    await expect(retry()).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("sent"),
    });
  });
});
