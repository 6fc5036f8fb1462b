import { deliver, evaluateRun } from "@heddle/core";
import {
  type AlertProject,
  createAlertProject,
  ok,
  type Receiver,
  slackAccess,
  startReceiver,
} from "@heddle/core/testing";
import { createQueue, type JobPayload } from "@heddle/queue";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createMember, createWorld, type Member, type World } from "../../testing/world";

let world: World;
let project: AlertProject;
let member: Member;
let receiver: Receiver;
beforeAll(async () => {
  world = await createWorld();
  receiver = await startReceiver();
  world.services.slack = slackAccess(receiver.host);
  project = await createAlertProject(world.services.db);
  member = await createMember(world, project, "member");
});
afterAll(() => receiver.close());

const ref = () => ({ org: project.organization.slug, project: project.project.slug });

test("a channel is made, tried and changed from the dashboard, which never sees its address again", async () => {
  const { trpc } = member;
  const made = await trpc.channels.create({ ...ref(), name: "#data-oncall", url: receiver.url });
  const tried = await trpc.channels.test({ ...ref(), id: made.id });
  expect(tried).toMatchObject({ ok: true, status: 200 });
  expect(receiver.visible).toHaveLength(1);
  const off = await trpc.channels.update({ ...ref(), id: made.id, enabled: false });
  expect(off).toEqual({ ...made, enabled: false, hint: `${receiver.host}/…/a1B2` });
  const listed = await trpc.channels.list(ref());
  expect(listed).toEqual({ channels: [off] });
  expect(JSON.stringify([made, tried, off, listed])).not.toContain("s3cr3t");
  expect(await trpc.channels.remove({ ...ref(), id: made.id })).toEqual({ id: made.id });
});

test("an address that may not be called is refused with a remedy for its field", async () => {
  const input = { ...ref(), name: "#x", url: "https://169.254.169.254/latest/s3cr3t" };
  const refused = await member.trpc.channels.create(input).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: "BAD_REQUEST",
    cause: { path: "/url", fix: expect.stringContaining("OUTBOUND_ALLOW_HOSTS") },
  });
  expect(JSON.stringify(refused)).not.toContain("s3cr3t");
});

test("a failed delivery is listed with its reason and can be tried again, which wakes the queue", async () => {
  const { slack } = world.services;
  await project.addChannel(receiver.url, slack);
  receiver.answer((response) => response.writeHead(410).end("channel_is_archived"));
  const ctx = project.as("owner");
  const { deliveryIds } = await evaluateRun({ ctx, input: { runId: await project.addRun({ number: 3 }) } });
  const [deliveryId = ""] = deliveryIds;
  await deliver({ ctx, input: { deliveryId }, slack });
  receiver.answer(ok);
  expect(await member.trpc.deliveries.list(ref())).toMatchObject({
    deliveries: [
      {
        ...{ id: deliveryId, status: "failed", attempts: 1, run: { number: 3, pipeline: "growth_features" } },
        lastError: expect.stringContaining("channel is archived"),
      },
    ],
    nextCursor: null,
  });
  expect(await member.trpc.deliveries.retry({ ...ref(), id: deliveryId })).toMatchObject({
    status: "pending",
  });
  const woken: JobPayload<"deliver-alert">[] = [];
  const queue = await createQueue({ databaseUrl: world.databaseUrl });
  const none = async () => {};
  const take = async ({ payload }: { payload: JobPayload<"deliver-alert"> }) => void woken.push(payload);
  const handlers = { drain: none, "hash-version": none, "evaluate-alert": none, "deliver-alert": take };
  await queue.consume(handlers, () => {});
  await vi.waitFor(() => expect(woken).toEqual([{ projectId: project.scope.projectId, deliveryId }]), 20_000);
  await queue.close();
});
