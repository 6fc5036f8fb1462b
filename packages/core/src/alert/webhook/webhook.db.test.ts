import { createHmac } from "node:crypto";
import { webhookEventSchema } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createChannel } from "../channel/create";
import { listChannels } from "../channel/list";
import { revealChannelSecret } from "../channel/reveal-secret";
import { testChannel } from "../channel/send-test";
import { deliver } from "../delivery/deliver";
import { listDeliveries } from "../delivery/list";
import { evaluateRun } from "../incident/evaluate-run";
import type { SlackAccess } from "../slack-access";
import { type AlertProject, createAlertProject, slackAccess } from "../testing/alert-project";
import { ok, type Receiver, startReceiver } from "../testing/receiver";

const db = await createTestDatabase();
let project: AlertProject;
let receiver: Receiver;
let access: SlackAccess;
let clock: number;
let channelId: string;
const now = () => new Date(clock);
beforeEach(async () => {
  project = await createAlertProject(db);
  receiver = await startReceiver();
  access = slackAccess(receiver.host, 500);
  clock = Date.parse("2026-11-23T11:00:00Z");
  const input = { kind: "webhook" as const, name: "pager", url: receiver.url };
  channelId = (await createChannel({ ctx: project.as("member", now), input, slack: access })).id;
});
afterEach(() => receiver.close());

async function failedRun(): Promise<string> {
  const runId = await project.addRun({ number: 7, startedAt: now() });
  const { deliveryIds } = await evaluateRun({ ctx: project.as("owner", now), input: { runId } });
  return deliveryIds[0] ?? "";
}
const attempt = (deliveryId: string) =>
  deliver({ ctx: project.as("owner", now), input: { deliveryId }, slack: access });
const secretOf = (role: "member" | "viewer" = "member") =>
  revealChannelSecret({ ctx: project.as(role, now), input: { id: channelId }, slack: access });

/** As a receiver does it that knows nothing of ours. */
async function verified(): Promise<{ id: string; seconds: number; event: unknown }> {
  const request = receiver.requests.at(-1);
  const [id, seconds] = [request?.headers["webhook-id"], request?.headers["webhook-timestamp"]];
  const key = Buffer.from((await secretOf()).secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${request?.body}`).digest("base64");
  expect(request?.headers["webhook-signature"]).toBe(`v1,${signature}`);
  return { id: String(id), seconds: Number(seconds), event: JSON.parse(request?.body ?? "") };
}

describe("a webhook", () => {
  test("gets signed JSON about a failed run, with the delivery as its id", async () => {
    const deliveryId = await failedRun();
    expect(await attempt(deliveryId)).toMatchObject({ status: "sent" });
    const { id, seconds, event } = await verified();
    expect([id, seconds]).toEqual([deliveryId, clock / 1000]);
    expect(webhookEventSchema.parse(event)).toEqual(event);
    expect(event).toMatchObject({
      type: "run.failed",
      id: deliveryId,
      at: now().toISOString(),
      pipeline: "growth_features",
      run: { number: 7, url: expect.stringContaining("/runs/") },
      failure: { node: "join_customers", type: "MergeError", url: expect.stringContaining("/alerts/") },
      changes: { lastGood: null, code: null, nodes: null, commit: null },
    });
  });

  test("gets a test, too", async () => {
    const input = { id: channelId };
    expect(await testChannel({ ctx: project.as("member", now), input, slack: access })).toMatchObject({
      ok: true,
    });
    const { event } = await verified();
    expect(webhookEventSchema.parse(event)).toMatchObject({ type: "test", channel: "pager" });
  });

  test("keeps one id through all attempts and is asked again later", async () => {
    receiver.answer((response, number, request) => {
      if (number === 1) response.writeHead(500).end("x".repeat(1_000_000));
      else if (number === 2) request.socket.destroy();
      else if (number === 3) return;
      else if (number === 4) response.writeHead(429, { "retry-after": "120" }).end();
      else ok(response, number, request);
    });
    const deliveryId = await failedRun();
    for (const wait of [1, 4, 15, 120]) {
      const outcome = await attempt(deliveryId);
      expect(outcome).toMatchObject({ status: "pending", notBefore: new Date(clock + wait * 1000) });
      expect(await attempt(deliveryId)).toEqual({ status: "not-due" });
      clock += wait * 1000;
    }
    expect(await attempt(deliveryId)).toMatchObject({ status: "sent" });
    expect((await verified()).seconds).toBe(clock / 1000);
    expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"]))).toEqual(
      new Set([deliveryId]),
    );
    expect(new Set(receiver.requests.map(({ body }) => body)).size).toBe(1);
  });

  test.each([
    [410, "gone for good"],
    [400, "does not take the message (400)"],
    [404, "does not take the message (404)"],
    [302, "redirects elsewhere"],
  ])("is given up when it answers %i", async (status, words) => {
    const location = { location: `http://${receiver.host}/elsewhere` };
    receiver.answer((response) => response.writeHead(status, location).end("no_service"));
    const outcome = await attempt(await failedRun());
    expect(outcome).toMatchObject({ status: "failed", lastError: expect.stringContaining(words) });
    expect(receiver.requests).toHaveLength(1);
  });
});

test("the secret is shown to those who may edit, of webhooks only, and that is written down", async () => {
  const { secret } = await secretOf();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await secretOf()).toEqual({ secret });
  await expect(secretOf("viewer")).rejects.toMatchObject({ code: "forbidden" });
  const events = await withSystem(db, (tx) =>
    tx.auditEvent.findMany({ where: { targetId: channelId, action: "channel.secret_shown" } }),
  );
  expect(events.map(({ target }) => target)).toEqual(["pager", "pager"]);
  expect(JSON.stringify(await listChannels({ ctx: project.as("owner") }))).not.toContain(secret);
  channelId = (await project.addChannel(receiver.url, access)).id;
  await expect(secretOf()).rejects.toMatchObject({ code: "not_found" });
});

test("deliveries are listed by status and channel, with kind and failure", async () => {
  const slackId = (await project.addChannel(receiver.url, access, "#slack")).id;
  const runId = await project.addRun({ startedAt: now() });
  const { deliveryIds } = await evaluateRun({ ctx: project.as("owner", now), input: { runId } });
  for (const id of deliveryIds.slice(0, 1)) await attempt(id);
  const list = async (input: Parameters<typeof listDeliveries>[0]["input"]) =>
    (await listDeliveries({ ctx: project.as("viewer"), input })).deliveries;
  expect(await list({ channelId })).toMatchObject([{ channel: { id: channelId, kind: "webhook" } }]);
  expect(await list({ channelId: slackId })).toMatchObject([
    { channel: { kind: "slack" }, failureId: expect.any(String) },
  ]);
  expect(await list({ status: "sent" })).toHaveLength(1);
  expect(await list({ status: "pending" })).toHaveLength(1);
  expect(await list({ status: "failed" })).toEqual([]);
});
