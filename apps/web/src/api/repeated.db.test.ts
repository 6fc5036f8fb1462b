import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { drain } from "@heddle/core";
import { gzipped, sampleRun, storedRows } from "@heddle/core/testing";
import { withSystemClient } from "@heddle/db";
import { beforeAll, expect, test } from "vitest";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";

const RUNS = 6;
const EVENTS_PER_BATCH = 10;
const TIMES = 5;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

function post(tenant: Tenant, batch: Parameters<typeof gzipped>[0]) {
  const body = Buffer.from(gzipped(batch).body);
  return world.api.request("/api/v1/telemetry", {
    method: "POST",
    headers: {
      authorization: `Bearer ${tenant.keys.ingest}`,
      "content-type": "application/json",
      "content-encoding": "gzip",
      "content-length": String(body.byteLength),
    },
    body,
  });
}

/** Runs of two writers each, the same for everybody, mixed. */
function batches() {
  return Array.from({ length: RUNS }, () => {
    const writers = [randomUUID(), randomUUID()];
    const { events } = sampleRun(20, createUuidV7());
    return Array.from({ length: Math.ceil(events.length / EVENTS_PER_BATCH) }, (_, batch) => ({
      writer: writers[batch % 2] ?? "",
      batch,
      events: events.slice(batch * EVENTS_PER_BATCH, (batch + 1) * EVENTS_PER_BATCH),
    }));
  })
    .flat()
    .sort(() => Math.random() - 0.5);
}

async function drainAll(): Promise<void> {
  while ((await drain({ ctx: world.services })).batches.length > 0);
}

/** Without what belongs to the moment, and the number, which is by arrival. */
async function rowsOf({ scope }: Tenant) {
  const { run, ...rows } = await storedRows(world.services.db, scope.projectId);
  return { ...rows, run: run.map(({ number, last_seen_at, ...rest }) => rest) };
}

test("each batch sent five times, shuffled, at once, gives the rows and the answers of sending it once", async () => {
  const [once, often] = [await createTenant(world), await createTenant(world)];
  const sent = batches();
  for (const batch of sent) expect((await post(once, batch)).status).toBe(202);
  await drainAll();

  const copies = Array.from({ length: TIMES }, () => sent).flat();
  const shuffled = copies.sort(() => Math.random() - 0.5);
  const answers = new Map<string, unknown[]>();
  let sending = true;
  const draining = (async () => {
    while (sending) await drain({ ctx: world.services });
  })();
  for (let from = 0; from < shuffled.length; from += 20) {
    await Promise.all(
      shuffled.slice(from, from + 20).map(async (batch) => {
        const response = await post(often, batch);
        const answer = { status: response.status, ...(await response.json()) };
        const name = `${batch.writer}/${batch.batch}`;
        answers.set(name, [...(answers.get(name) ?? []), answer]);
      }),
    );
  }
  sending = false;
  await draining;
  await drainAll();

  expect(answers.size).toBe(sent.length);
  for (const [first, ...others] of answers.values()) {
    expect(first).toMatchObject({ status: 202, accepted: expect.any(Number), rejected: [] });
    expect(others).toEqual(Array.from({ length: TIMES - 1 }, () => first));
  }
  expect(await rowsOf(often)).toEqual(await rowsOf(once));

  for (const { events, ...batch } of sent.slice(0, 1)) {
    const conflict = await post(often, { ...batch, events: events.slice(1) });
    expect(conflict.status).toBe(409);
    expect(await conflict.json()).toMatchObject({ code: "conflict", path: "/batch" });
  }
});

test("a project with too much in the inbox is told to wait, and others go on", async () => {
  const [behind, other] = [await createTenant(world), await createTenant(world)];
  await withSystemClient(world.services.db, (client) =>
    client.query(
      `insert into ingest_batch (project_id, writer, batch, received_at, encoding, body)
       select $1, gen_random_uuid(), i, now(), 'identity', '' from generate_series(1, 20000) i`,
      [behind.scope.projectId],
    ),
  );
  const batch = { writer: randomUUID(), batch: 0, events: sampleRun(3, createUuidV7()).events };
  const refused = await post(behind, batch);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "10"]);
  expect(await refused.json()).toMatchObject({ message: expect.stringContaining("behind") });
  expect((await post(other, batch)).status).toBe(202);
});
