import { gzipSync } from "node:zlib";
import { createUuidV7, LIMITS, problemSchema, telemetryAnswerSchema } from "@heddle/contract";
import { withScope } from "@heddle/db";
import { beforeAll, expect, test } from "vitest";
import { batchOf, runStarted, send, wholeRun } from "../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

function post(body: BodyInit, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${tenant.keys.ingest}`;
  return world.api.request("/api/v1/telemetry", {
    method: "POST",
    headers: { authorization, "content-type": "application/json", ...headers },
    body,
    duplex: "half",
  } as RequestInit);
}

const inbox = () => withScope(world.services.db, tenant.scope, (tx) => tx.ingestBatch.count());

test("a batch is in the inbox when the answer says so, once however often it is sent", async () => {
  const before = await inbox();
  const body = JSON.stringify(batchOf(wholeRun()));
  const answers = await Promise.all([
    post(body),
    post(gzipSync(body), { "content-encoding": "gzip" }),
    post(body),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(202);
    expect(telemetryAnswerSchema.parse(await answer.json())).toMatchObject({ accepted: 3, rejected: [] });
  }
  expect(await inbox()).toBe(before + 1);
});

test("a queue that is away does not fail a batch that is stored", async () => {
  const other = await createWorld();
  const stranger = await createTenant(other);
  await other.services.queue.close();
  expect((await send(other, stranger, wholeRun())).status).toBe(202);
});

test("the first signal after a batch wakes a worker", async () => {
  const drained = new Promise<string>((resolve) => {
    void world.services.queue.consume(
      {
        drain: async ({ payload }) => resolve(payload.projectId),
        "hash-version": async () => {},
        "evaluate-alert": async () => {},
        "deliver-alert": async () => {},
      },
      () => {},
    );
  });
  await send(world, tenant, wholeRun());
  expect(await drained).toBe(tenant.scope.projectId);
});

test("bad events are named and the others are kept; with none left the batch is refused", async () => {
  const good = runStarted(createUuidV7());
  const bad = { ...good, startedAt: "yesterday" };
  const mixed = await send(world, tenant, [bad, good]);
  expect(mixed.status).toBe(202);
  expect(await mixed.json()).toMatchObject({ accepted: 1, rejected: [{ index: 0, path: "/startedAt" }] });
  const none = await send(world, tenant, [bad]);
  expect(none.status).toBe(422);
  const body = await none.json();
  expect(problemSchema.parse(body)).toMatchObject({ code: "nothing_accepted", path: "/events/0/startedAt" });
  expect(body).toMatchObject({ accepted: 0, rejected: [{ index: 0 }] });
});

test("another body under a used number is a conflict", async () => {
  const batch = batchOf(wholeRun());
  expect((await post(JSON.stringify(batch))).status).toBe(202);
  const other = await post(JSON.stringify({ ...batch, events: batchOf(wholeRun()).events }));
  expect(other.status).toBe(409);
  expect(problemSchema.parse(await other.json()).code).toBe("conflict");
});

test.each([
  ["no JSON", "{", {}, 400],
  ["no envelope", "[]", {}, 400],
  ["not gzip though it says so", "{}", { "content-encoding": "gzip" }, 400],
  ["an unknown encoding", "{}", { "content-encoding": "br" }, 415],
  ["another media type", "{}", { "content-type": "text/plain" }, 415],
])("%s is refused with a problem", async (_, body, headers, status) => {
  const answer = await post(body, headers);
  expect(answer.status).toBe(status);
  expect(problemSchema.parse(await answer.json()).fix).not.toBe("");
});

test("a body that goes on past the limit is cut off, whatever length it announced", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const answer = await post(endless, { "content-length": "100" });
  expect(answer.status).toBe(413);
  expect(problemSchema.parse(await answer.json()).code).toBe("too_large");
  expect(pulled).toBeLessThan(LIMITS.bodyBytes / 1024 ** 2 + 5);
});

test("an announced length over the limit is refused unread", async () => {
  const answer = await post("{}", { "content-length": String(LIMITS.bodyBytes + 1) });
  expect(answer.status).toBe(413);
});

test("a gzip bomb is refused", async () => {
  const bomb = gzipSync(Buffer.alloc(LIMITS.inflatedBytes + 1, 0x20));
  expect(bomb.byteLength).toBeLessThan(LIMITS.bodyBytes / 10);
  const answer = await post(bomb, { "content-encoding": "gzip" });
  expect(answer.status).toBe(413);
});
