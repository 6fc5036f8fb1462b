import { createUuidV7, problemSchema } from "@heddle/contract";
import { authenticateApiKey, createApiKey, revokeApiKey } from "@heddle/core";
import { withScope } from "@heddle/db";
import { beforeAll, expect, test, vi } from "vitest";
import { store, wholeRun } from "../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";
import { createApi } from "./app";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

test.each([
  ["no header", {}],
  ["another scheme", { authorization: "Basic aGRsXw==" }],
  ["no key", { authorization: "Bearer " }],
  ["a made-up key", bearer(`hdl_${"A".repeat(43)}`)],
  ["something that is not a key", bearer("' or 1=1")],
])("%s is 401 on every route that needs a key", async (_, headers) => {
  const requests = [
    world.api.request("/api/v1/telemetry", { method: "POST", headers, body: "{}" }),
    world.api.request(`/api/v1/blobs/${"a".repeat(64)}`, { method: "PUT", headers, body: "x" }),
    world.api.request("/api/v1/runs", { headers }),
    world.api.request(`/api/v1/runs/${createUuidV7()}`, { headers }),
  ];
  for (const answer of await Promise.all(requests)) {
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(problemSchema.parse(await answer.json()).code).toBe("unauthenticated");
  }
});

test("a key does only what its scopes say", async () => {
  const { ingest, read } = tenant.keys;
  const write = {
    method: "POST",
    headers: { ...bearer(read), "content-type": "application/json" },
    body: "{}",
  };
  const put = { method: "PUT", headers: bearer(read), body: "x" };
  expect((await world.api.request("/api/v1/telemetry", write)).status).toBe(403);
  expect((await world.api.request(`/api/v1/blobs/${"a".repeat(64)}`, put)).status).toBe(403);
  expect((await world.api.request("/api/v1/runs", { headers: bearer(ingest) })).status).toBe(403);
  const one = await world.api.request(`/api/v1/runs/${createUuidV7()}`, { headers: bearer(ingest) });
  expect(one.status).toBe(403);
});

test("a run of another project does not exist", async () => {
  const stranger = await createTenant(world);
  const runId = createUuidV7();
  await store(world, tenant, wholeRun(runId));
  const as = (key: string) => world.api.request(`/api/v1/runs/${runId}`, { headers: bearer(key) });
  expect((await as(tenant.keys.read)).status).toBe(200);
  const answer = await as(stranger.keys.read);
  expect(answer.status).toBe(404);
  expect(problemSchema.parse(await answer.json()).code).toBe("not_found");
  const list = await world.api.request("/api/v1/runs", { headers: bearer(stranger.keys.read) });
  expect(await list.json()).toEqual({ runs: [], nextCursor: null, searchedTo: null });
});

test("a revoked key is refused within five seconds, though answers are remembered", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const { ctx } = tenant;
    const input = { name: "Short-lived", scopes: ["read" as const] };
    const made = await createApiKey({ ctx, input, hashingKey: world.services.keys.apiKey });
    const ask = async () => (await world.api.request("/api/v1/runs", { headers: bearer(made.key) })).status;
    expect(await ask()).toBe(200);
    await revokeApiKey({ ctx, input: { id: made.id } });
    vi.advanceTimersByTime(5000);
    expect(await ask()).toBe(401);
  } finally {
    vi.useRealTimers();
  }
});

test("the use of a key is noted, and again a minute later at the earliest", async () => {
  const { db } = world.services;
  const input = { name: "Watched", scopes: ["read" as const] };
  const made = await createApiKey({ ctx: tenant.ctx, input, hashingKey: world.services.keys.apiKey });
  const lastUse = async () =>
    withScope(db, tenant.scope, (tx) => tx.apiKey.findFirstOrThrow({ where: { id: made.id } }));
  // Each application has a memory of its own, like each web process.
  const use = () => createApi(world.services).request("/api/v1/runs", { headers: bearer(made.key) });
  await use();
  await vi.waitFor(async () => expect((await lastUse()).lastUsedAt).not.toBeNull());
  const first = (await lastUse()).lastUsedAt;
  await use();
  await authenticateApiKey({
    ctx: tenant.ctx,
    input: { key: made.key },
    hashingKey: world.services.keys.apiKey,
  });
  expect((await lastUse()).lastUsedAt).toEqual(first);
  const longAgo = new Date(Date.now() - 61_000);
  await withScope(db, tenant.scope, (tx) =>
    tx.apiKey.update({ where: { id: made.id }, data: { lastUsedAt: longAgo } }),
  );
  await use();
  await vi.waitFor(async () => expect((await lastUse()).lastUsedAt).not.toEqual(longAgo));
});

test("a key is stored as a hash that only this instance's secret makes", async () => {
  const input = { key: tenant.keys.read };
  const hashingKey = Buffer.alloc(32, 7);
  expect(await authenticateApiKey({ ctx: tenant.ctx, input, hashingKey })).toBeNull();
  const rows = await withScope(world.services.db, tenant.scope, (tx) => tx.apiKey.findMany());
  expect(JSON.stringify(rows)).not.toContain(tenant.keys.read.slice(12));
});
