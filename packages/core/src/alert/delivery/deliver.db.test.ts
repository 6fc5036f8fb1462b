import { withSystem } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeChannel } from "../channel/remove";
import { updateChannel } from "../channel/update";
import { evaluateRun } from "../incident/evaluate-run";
import type { SlackAccess } from "../slack-access";
import { type AlertProject, createAlertProject, slackAccess } from "../testing/alert-project";
import { ok, type Receiver, startReceiver } from "../testing/receiver";
import { deliver } from "./deliver";
import { findDueDeliveries } from "./find-due";
import { DELIVERY_ATTEMPTS, LEASE_MS } from "./next-step";
import { retryDelivery } from "./retry";

let db: TestDatabase;
let project: AlertProject;
let receiver: Receiver;
let slack: SlackAccess;
/** The time by which the verbs go, in ms; tests move it on instead of waiting. */
let clock: number;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  project = await createAlertProject(db);
  receiver = await startReceiver();
  slack = slackAccess(receiver.host);
  clock = Date.parse("2026-11-23T11:00:00Z");
});
afterEach(() => receiver.close());

const now = () => new Date(clock);

async function failedRun(): Promise<{ channelId: string; deliveryId: string }> {
  const channel = await project.addChannel(receiver.url, slack);
  const runId = await project.addRun({ number: 7 });
  const { deliveryIds } = await evaluateRun({ ctx: project.as("owner", now), input: { runId } });
  const [deliveryId] = deliveryIds;
  if (!deliveryId) throw new Error("no delivery");
  return { channelId: channel.id, deliveryId };
}

const attempt = (deliveryId: string) =>
  deliver({ ctx: project.as("owner", now), input: { deliveryId }, slack });

function rowOf(id: string) {
  return withSystem(db, (tx) => tx.alertDelivery.findUniqueOrThrow({ where: { id } }));
}

describe("a delivery", () => {
  it("is sent once, with the facts, and marked", async () => {
    const { deliveryId } = await failedRun();
    expect(await attempt(deliveryId)).toMatchObject({ status: "sent" });
    expect(receiver.visible).toHaveLength(1);
    expect(JSON.parse(receiver.visible[0] ?? "")).toMatchObject({
      text: expect.stringContaining("growth_features #7 failed at join_customers: MergeError"),
    });
    expect(await rowOf(deliveryId)).toMatchObject({
      status: "sent",
      attempts: 1,
      lastError: null,
      sentAt: now(),
    });
    clock += 24 * 3_600_000;
    expect(await attempt(deliveryId)).toEqual({ status: "not-due" });
    expect(receiver.requests).toHaveLength(1);
  });

  it("is sent by one of many workers", async () => {
    const { deliveryId } = await failedRun();
    const results = await Promise.all(Array.from({ length: 6 }, () => attempt(deliveryId)));
    expect(results.filter(({ status }) => status === "sent")).toHaveLength(1);
    expect(results.filter(({ status }) => status === "not-due")).toHaveLength(5);
    expect(receiver.requests).toHaveLength(1);
  });

  it("waits longer after each failure, not shorter than it was asked to, and arrives once", async () => {
    const { deliveryId } = await failedRun();
    receiver.answer((response) => response.writeHead(503).end());
    expect(await attempt(deliveryId)).toMatchObject({ status: "pending", notBefore: new Date(clock + 1000) });
    expect(await rowOf(deliveryId)).toMatchObject({
      ...{ status: "pending", attempts: 1, lastError: "The far end answered 503." },
    });
    expect(await attempt(deliveryId)).toEqual({ status: "not-due" });
    clock += 1000;
    receiver.answer((response) => response.writeHead(429, { "retry-after": "90" }).end());
    expect(await attempt(deliveryId)).toMatchObject({
      status: "pending",
      notBefore: new Date(clock + 90_000),
    });
    clock += 89_999;
    expect(await attempt(deliveryId)).toEqual({ status: "not-due" });
    clock += 1;
    receiver.answer(ok);
    expect(await attempt(deliveryId)).toMatchObject({ status: "sent" });
    expect(receiver.visible).toHaveLength(1);
    expect(await rowOf(deliveryId)).toMatchObject({ status: "sent", attempts: 3, lastError: null });
  });

  it("counts a far end that stays silent as a failed attempt", async () => {
    const { deliveryId } = await failedRun();
    receiver.answer(() => undefined);
    slack = slackAccess(receiver.host, 300);
    expect(await attempt(deliveryId)).toMatchObject({
      status: "pending",
      lastError: `${receiver.host} did not answer within 0.3 s.`,
    });
  });

  it("fails at once and with a reason when it is refused, and can be given another chance", async () => {
    const { deliveryId } = await failedRun();
    receiver.answer((response) => response.writeHead(404).end("no_service"));
    expect(await attempt(deliveryId)).toMatchObject({ status: "failed" });
    expect(await rowOf(deliveryId)).toMatchObject({
      status: "failed",
      lastError: expect.stringContaining("removed or is disabled. (404) Make a new incoming webhook"),
    });
    receiver.answer(ok);
    expect(await attempt(deliveryId)).toEqual({ status: "not-due" });
    await retryDelivery({ ctx: project.as("member", now), input: { id: deliveryId } });
    expect(await attempt(deliveryId)).toMatchObject({ status: "sent" });
    expect(receiver.visible).toHaveLength(1);
  });

  it("is given up after its last attempt", async () => {
    const { deliveryId } = await failedRun();
    receiver.answer((response) => response.writeHead(500).end());
    for (let number = 1; number < DELIVERY_ATTEMPTS; number++) {
      expect(await attempt(deliveryId)).toMatchObject({ status: "pending" });
      clock = (await rowOf(deliveryId)).notBefore.getTime();
    }
    expect(await attempt(deliveryId)).toMatchObject({ status: "failed" });
    expect(receiver.requests).toHaveLength(DELIVERY_ATTEMPTS);
    clock += 24 * 3_600_000;
    expect(await attempt(deliveryId)).toEqual({ status: "not-due" });
  });

  it("is not sent to a channel that was switched off or removed meanwhile", async () => {
    const off = await failedRun();
    const ctx = project.as("owner", now);
    await updateChannel({ ctx, input: { id: off.channelId, enabled: false }, slack });
    expect(await attempt(off.deliveryId)).toMatchObject({
      lastError: expect.stringContaining("switched off"),
    });
    const gone = await failedRun();
    await removeChannel({ ctx, input: { id: gone.channelId } });
    expect(await attempt(gone.deliveryId)).toMatchObject({ lastError: expect.stringContaining("removed") });
    expect(receiver.requests).toEqual([]);
  });

  it.each(["project", "organization"] as const)("is not sent once its %s is deleted", async (table) => {
    const { deliveryId } = await failedRun();
    const { projectId, organizationId } = project.scope;
    const id = table === "project" ? projectId : organizationId;
    const close = `update ${table} set deleted_at = now() where id = $1::uuid`;
    await withSystem(db, (tx) => tx.$executeRawUnsafe(close, id));
    expect(await attempt(deliveryId)).toMatchObject({
      status: "failed",
      lastError: expect.stringContaining("project was deleted"),
    });
    expect(receiver.requests).toEqual([]);
  });

  it("survives an error of ours: its attempt counts, its cause is told to the caller alone", async () => {
    const { deliveryId } = await failedRun();
    await db.pool.query("set role none; revoke select on pipeline from heddle_app; reset role");
    const broken = await attempt(deliveryId);
    await db.pool.query("set role none; grant select on pipeline to heddle_app; reset role");
    expect(broken).toMatchObject({ status: "pending", cause: expect.any(Error) });
    expect((await rowOf(deliveryId)).lastError).toContain("inside Heddle");
    clock += 1000;
    expect(await attempt(deliveryId)).toMatchObject({ status: "sent" });
  });

  it("of another project is not touched", async () => {
    const { deliveryId } = await failedRun();
    const stranger = (await createAlertProject(db)).as("owner", now);
    expect(await deliver({ ctx: stranger, input: { deliveryId }, slack })).toEqual({ status: "not-due" });
    expect(receiver.requests).toEqual([]);
  });

  it("writes the webhook's address nowhere", async () => {
    const { deliveryId } = await failedRun();
    receiver.answer((response, _number, request) => response.writeHead(400).end(`no: ${request.url}`));
    const result = await attempt(deliveryId);
    const row = await rowOf(deliveryId);
    expect(row.lastError).toContain("400");
    expect(JSON.stringify([result, row])).not.toContain("s3cr3t");
  });
});

describe("the sweep", () => {
  const due = async () => {
    const { projectId } = project.as("owner").scope;
    const found = await findDueDeliveries({ ctx: { db, now } });
    return found.filter((delivery) => delivery.projectId === projectId).map(({ deliveryId }) => deliveryId);
  };

  it("finds what was never tried, and what its worker left in the middle", async () => {
    const { deliveryId } = await failedRun();
    expect(await due()).toEqual([]);
    clock += 6000;
    expect(await due()).toEqual([deliveryId]);
    // A worker claims it and dies.
    await withSystem(db, (tx) =>
      tx.alertDelivery.update({
        where: { id: deliveryId },
        data: { attempts: 1, notBefore: new Date(clock + LEASE_MS) },
      }),
    );
    clock += LEASE_MS;
    expect(await due()).toEqual([]);
    clock += 6000;
    expect(await due()).toEqual([deliveryId]);
    expect(await attempt(deliveryId)).toMatchObject({ status: "sent" });
    clock += 3_600_000;
    expect(await due()).toEqual([]);
  });

  it("gives up what was broken off in its last attempt", async () => {
    const { deliveryId } = await failedRun();
    await withSystem(db, (tx) =>
      tx.alertDelivery.update({ where: { id: deliveryId }, data: { attempts: DELIVERY_ATTEMPTS } }),
    );
    clock += 6000;
    expect(await due()).toEqual([]);
    expect(await rowOf(deliveryId)).toMatchObject({
      status: "failed",
      lastError: expect.stringContaining("broken off"),
    });
  });
});
