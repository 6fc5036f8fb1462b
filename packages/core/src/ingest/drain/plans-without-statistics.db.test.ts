import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { createDatabase, ensurePartitions, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, it } from "vitest";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { expectKeys } from "../testing/expect-keys";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";

const RUNS = 40;
const NODES = 100;

/** As on the first day, before autovacuum came by: the planner takes any project to have few rows. */
it("more of a run is stored without reading others where no table was analysed yet", async () => {
  const { url } = await createTestDatabase();
  const db = createDatabase({ url, maxConnections: 1 });
  try {
    const ctx = await ingestContext(db);
    await withSystemClient(db, (client) => ensurePartitions(client, ctx.now()));
    const writer = randomUUID();
    const runs = Array.from(
      { length: RUNS },
      () => sampleRun(NODES, createUuidV7(ctx.now().getTime())).events,
    );
    const send = (batch: number, events: TelemetryEvent[]) =>
      acceptBatch({ ctx, input: gzipped({ writer, batch, events }) });
    for (const [batch, events] of runs.entries()) await send(batch, events);
    const { events: stored } = await drainAll(db);
    expect(stored).toBeGreaterThan(2 * RUNS * NODES);
    await send(RUNS, runs[0]?.slice(-NODES) ?? []);
    await expectKeys(db, () => drainAll(db), 5);
  } finally {
    await db.close();
  }
});
