import { randomUUID } from "node:crypto";
import { withSystem } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKey } from "../../secret/derive-key";
import { type AlertProject, createAlertProject, slackAccess } from "../testing/alert-project";
import { ok, type Receiver, startReceiver } from "../testing/receiver";
import { createChannel } from "./create";
import { listChannels } from "./list";
import { removeChannel } from "./remove";
import { testChannel } from "./send-test";
import { updateChannel } from "./update";

const URL = "https://hooks.slack.com/services/T024BE7LD/B0SECRET01/w8s3cr3tTOKENa1B2";

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

const slack = slackAccess("");

describe("channels", () => {
  it("are made, listed, changed and removed, without their address ever coming back", async () => {
    const ctx = here.as("member");
    const made = await createChannel({ ctx, input: { name: " #data ", url: ` ${URL} ` }, slack });
    expect(made).toMatchObject({
      kind: "slack",
      name: "#data",
      hint: "hooks.slack.com/…/a1B2",
      enabled: true,
    });
    const renamed = await updateChannel({ ctx, input: { id: made.id, name: "#other" }, slack });
    expect(renamed).toEqual({ ...made, name: "#other" });
    const moved = await updateChannel({
      ctx,
      input: { id: made.id, url: "https://chat.example:8443/hooks/abcdefghijklmnop", enabled: false },
      slack,
    });
    expect(moved).toMatchObject({ name: "#other", hint: "chat.example:8443/…/mnop", enabled: false });
    const listed = await listChannels({ ctx: here.as("viewer") });
    expect(listed).toEqual({ channels: [moved] });
    expect(JSON.stringify([made, renamed, moved, listed])).not.toMatch(/s3cr3t|abcdefghijkl/);
    expect(await removeChannel({ ctx, input: { id: made.id } })).toEqual({ id: made.id });
    expect(await listChannels({ ctx })).toEqual({ channels: [] });
  });

  it("keep their address encrypted in the database", async () => {
    await createChannel({ ctx: here.as("owner"), input: { name: "kept", url: URL }, slack });
    const rows = await withSystem(
      db,
      (tx) => tx.$queryRaw<{ row: string }[]>`
      SELECT alert_channel::text || encode(secret, 'escape') AS row FROM alert_channel`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const hex = Buffer.from("s3cr3t").toString("hex");
    for (const { row } of rows) expect(row).not.toMatch(new RegExp(`s3cr3t|${hex}|B0SECRET01`));
  });

  it("can be changed by owner, admin and member, and only be seen by a viewer", async () => {
    for (const role of ["owner", "admin", "member"] as const) {
      const ctx = here.as(role);
      const { id } = await createChannel({ ctx, input: { name: role, url: URL }, slack });
      await updateChannel({ ctx, input: { id, enabled: false }, slack });
      await removeChannel({ ctx, input: { id } });
    }
    const { id } = await here.addChannel(URL, slack);
    const ctx = here.as("viewer");
    const forbidden = { name: "DomainError", code: "forbidden" };
    await expect(createChannel({ ctx, input: { name: "x", url: URL }, slack })).rejects.toMatchObject(
      forbidden,
    );
    await expect(updateChannel({ ctx, input: { id, name: "x" }, slack })).rejects.toMatchObject(forbidden);
    await expect(removeChannel({ ctx, input: { id } })).rejects.toMatchObject(forbidden);
    await expect(testChannel({ ctx, input: { id }, slack })).rejects.toMatchObject(forbidden);
  });

  it("of another project are not there", async () => {
    const { id } = await elsewhere.addChannel(URL, slack);
    const ctx = here.as("owner");
    for (const unknown of [id, randomUUID()]) {
      const missing = {
        code: "not_found",
        path: "/id",
        message: "There is no such channel in this project.",
      };
      await expect(updateChannel({ ctx, input: { id: unknown, name: "x" }, slack })).rejects.toMatchObject(
        missing,
      );
      await expect(removeChannel({ ctx, input: { id: unknown } })).rejects.toMatchObject(missing);
      await expect(testChannel({ ctx, input: { id: unknown }, slack })).rejects.toMatchObject(missing);
    }
    expect((await listChannels({ ctx: elsewhere.as("owner") })).channels).toHaveLength(1);
    expect((await listChannels({ ctx })).channels.map((channel) => channel.id)).not.toContain(id);
  });

  it.each([
    "http://hooks.slack.com/x",
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "not a url",
    "https://a:b@c.example/",
  ])("refuse the address %j with a remedy", async (url) => {
    const ctx = here.as("owner");
    await expect(createChannel({ ctx, input: { name: "x", url }, slack })).rejects.toMatchObject({
      code: "invalid",
      path: "/url",
      fix: expect.stringMatching(/\.$/),
    });
  });
});

describe("the test of a channel", () => {
  it("sends one message and stores nothing", async () => {
    const access = slackAccess(receiver.host);
    const { id } = await here.addChannel(receiver.url, access);
    const result = await testChannel({ ctx: here.as("member"), input: { id }, slack: access });
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(receiver.visible).toHaveLength(1);
    expect(receiver.visible[0]).toContain("Heddle can write here");
    const stored = await withSystem(db, (tx) =>
      Promise.all([tx.alertIncident.count(), tx.alertDelivery.count()]),
    );
    expect(stored).toEqual([0, 0]);
  });

  it("says what the far end answered and what to do", async () => {
    const access = slackAccess(receiver.host);
    const { id } = await here.addChannel(receiver.url, access);
    const ctx = here.as("member");
    receiver.answer((response) => response.writeHead(404).end("no_service"));
    const refused = await testChannel({ ctx, input: { id }, slack: access });
    receiver.answer((response) => response.writeHead(503).end());
    const away = await testChannel({ ctx, input: { id }, slack: access });
    receiver.answer(ok);
    expect(refused).toMatchObject({ ok: false, status: 404, message: expect.stringContaining("removed") });
    expect(refused.fix).toContain("new incoming webhook");
    expect(away).toMatchObject({ ok: false, status: 503, fix: expect.stringContaining("Try again") });
    expect(JSON.stringify([refused, away])).not.toContain("s3cr3t");
  });

  it("says so when the instance's secret is another one by now", async () => {
    const access = slackAccess(receiver.host);
    const { id } = await here.addChannel(receiver.url, access);
    const other = { ...access, encryptionKey: deriveKey("another secret", "encryption") };
    const result = await testChannel({ ctx: here.as("owner"), input: { id }, slack: other });
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining("HEDDLE_SECRET") });
  });
});
