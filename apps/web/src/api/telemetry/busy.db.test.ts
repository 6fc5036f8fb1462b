import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { gzipped, sampleRun } from "@heddle/core/testing";
import { expect, test } from "vitest";
import { createTenant, createWorld, type Tenant } from "../../testing/world";

/** A body that begins to come, and ends when it is told to. */
function slowBody(bytes: Uint8Array) {
  let finish = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      finish = () => {
        controller.enqueue(bytes);
        controller.close();
      };
    },
  });
  return { stream, finish };
}

test("bodies that are under way fill a project's share, and others go on", async () => {
  const world = await createWorld();
  const [slow, other] = [await createTenant(world), await createTenant(world)];
  const post = (tenant: Tenant, body: Uint8Array | ReadableStream) =>
    world.api.request("/api/v1/telemetry", {
      method: "POST",
      headers: {
        authorization: `Bearer ${tenant.keys.ingest}`,
        "content-type": "application/json",
        "content-encoding": "gzip",
      },
      body,
      duplex: "half",
    } as RequestInit);
  const batch = () => {
    const { events } = sampleRun(3, createUuidV7());
    return Buffer.from(gzipped({ writer: randomUUID(), batch: 0, events }).body);
  };
  // Without a length each may become the longest that is allowed: three fit into half of 64 MiB.
  const bodies = Array.from({ length: 4 }, () => slowBody(batch()));
  const uploads = bodies.map(({ stream }) => post(slow, stream));
  const refused = await Promise.race(uploads);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await refused.json()).toMatchObject({
    code: "rate_limited",
    message: expect.stringContaining("in hand"),
  });
  const gone = slowBody(batch());
  expect((await post(slow, gone.stream)).status).toBe(429);
  const others = slowBody(batch());
  const upload = post(other, others.stream);
  others.finish();
  expect((await upload).status).toBe(202);
  for (const { finish } of bodies) finish();
  const statuses = await Promise.all(uploads.map(async (answer) => (await answer).status));
  expect(statuses.sort()).toEqual([202, 202, 202, 429]);
  const later = slowBody(batch());
  later.finish();
  expect((await post(slow, later.stream)).status).toBe(202);
});
