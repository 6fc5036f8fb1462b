import { createUuidV7 } from "@heddle/contract";
import { withScope, withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, test } from "vitest";
import { createChannel } from "./channel/create";
import { removeChannel } from "./channel/remove";
import { testChannel } from "./channel/send-test";
import { updateChannel } from "./channel/update";
import { retryDelivery } from "./delivery/retry";
import { type AlertProject, createAlertProject, slackAccess } from "./testing/alert-project";
import { startReceiver } from "./testing/receiver";

const URL = "https://hooks.slack.com/services/T024BE7LD/B0SECRET01/w8s3cr3tTOKENa1B2";
const db = await createTestDatabase();

test("what people do to channels and messages is written down, without addresses", async () => {
  const here = await createAlertProject(db);
  const receiver = await startReceiver();
  const slack = slackAccess(receiver.host);
  let now = Date.now();
  const ctx = here.as("member", () => new Date(now++));
  const { id } = await createChannel({ ctx, input: { name: "#data", url: URL }, slack });
  await updateChannel({ ctx, input: { id, name: "#ops", enabled: false }, slack });
  await updateChannel({ ctx, input: { id, url: receiver.url }, slack });
  await updateChannel({ ctx, input: { id, name: "#ops" }, slack });
  await testChannel({ ctx, input: { id }, slack });
  const run = await here.addRun();
  const delivery = await failedDelivery(here, run, id);
  await retryDelivery({ ctx, input: { id: delivery } });
  await expect(retryDelivery({ ctx, input: { id: delivery } })).rejects.toMatchObject({ code: "conflict" });
  await removeChannel({ ctx, input: { id } });
  await expect(removeChannel({ ctx, input: { id } })).rejects.toMatchObject({ code: "not_found" });
  await receiver.close();

  const written = await withScope(db, here.scope, (tx) =>
    tx.auditEvent.findMany({ orderBy: { id: "asc" }, select: { action: true, target: true, detail: true } }),
  );
  expect(written).toEqual([
    { action: "channel.created", target: "#data", detail: { hint: "hooks.slack.com/…/a1B2" } },
    {
      action: "channel.changed",
      target: "#ops",
      detail: { from: { name: "#data", enabled: true }, to: { name: "#ops", enabled: false } },
    },
    {
      action: "channel.changed",
      target: "#ops",
      detail: { from: { address: "hooks.slack.com/…/a1B2" }, to: { address: expect.any(String) } },
    },
    { action: "channel.tested", target: "#ops", detail: {} },
    { action: "delivery.retried", target: "#ops", detail: { run, pipeline: "growth_features" } },
    { action: "channel.removed", target: "#ops", detail: {} },
  ]);
  expect(JSON.stringify(written)).not.toMatch(/s3cr3t|B0SECRET/);
});

test("who may not change channels leaves no trace of having tried", async () => {
  const here = await createAlertProject(db);
  const slack = slackAccess("");
  const made = createChannel({ ctx: here.as("viewer"), input: { name: "#data", url: URL }, slack });
  await expect(made).rejects.toMatchObject({ code: "forbidden" });
  const refused = createChannel({
    ctx: here.as("member"),
    input: { name: "#data", url: "http://10.0.0.1/" },
    slack,
  });
  await expect(refused).rejects.toMatchObject({ code: "invalid" });
  expect(await withScope(db, here.scope, (tx) => tx.auditEvent.count())).toBe(0);
});

async function failedDelivery(
  { scope, pipelineId }: AlertProject,
  runId: string,
  channelId: string,
): Promise<string> {
  const { projectId } = scope;
  const [id, incidentId] = [createUuidV7(), createUuidV7()];
  await withSystem(db, async (tx) => {
    await tx.alertIncident.create({ data: { id: incidentId, projectId, runId, pipelineId } });
    await tx.alertDelivery.create({ data: { id, projectId, incidentId, channelId, status: "failed" } });
  });
  return id;
}
