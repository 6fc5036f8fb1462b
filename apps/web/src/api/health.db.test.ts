import { randomUUID } from "node:crypto";
import { createDatabase, withSystem } from "@heddle/db";
import { beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../testing/world";
import { createApi } from "./app";
import { checkHealth } from "./check-health";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

async function beat(seenAt: Date): Promise<void> {
  await withSystem(world.services.db, async (tx) => {
    await tx.workerHeartbeat.deleteMany();
    await tx.workerHeartbeat.create({ data: { id: randomUUID(), seenAt } });
  });
}

test("without a worker it is 503 and says so", async () => {
  const answer = await world.api.request("/api/health");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    status: "failing",
    parts: { database: { ok: true }, queue: { ok: true }, worker: { ok: false, seenSecondsAgo: null } },
  });
});

test("with a living worker it is 200, and with one that fell silent 503", async () => {
  const now = new Date();
  await beat(now);
  const answer = await world.api.request("/api/health");
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ok", parts: { worker: { ok: true, problem: null } } });
  const later = await checkHealth(world.services, new Date(now.getTime() + 31_000));
  expect(later).toMatchObject({ status: "failing", parts: { worker: { ok: false, seenSecondsAgo: 31 } } });
});

test("a database that is away is told without its address, and runs are not called lost for it", async () => {
  const db = createDatabase({ url: "postgres://heddle:secret@127.0.0.1:1/heddle" });
  const before = world.services.uptime.since.getTime();
  const answer = await createApi({ ...world.services, db }).request("/api/health");
  expect(answer.status).toBe(503);
  const text = await answer.text();
  expect(text).not.toMatch(/127\.0\.0\.1|secret/);
  expect(JSON.parse(text)).toMatchObject({ parts: { database: { ok: false }, queue: { ok: true } } });
  expect(world.services.uptime.since.getTime()).toBeGreaterThan(before);
  await db.close();
});

test("a queue that is away is told", async () => {
  const other = await createWorld();
  await other.services.queue.close();
  const health = await checkHealth(other.services);
  expect(health).toMatchObject({
    status: "failing",
    parts: { database: { ok: true }, queue: { ok: false } },
  });
});
