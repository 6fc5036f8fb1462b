import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, it } from "vitest";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { claimBatches } from "./claim";

it("leaves a writer's batches to the worker that has others of it", async () => {
  const db = await createTestDatabase();
  const ctx = await ingestContext(db);
  const [held, free] = [randomUUID(), randomUUID()];
  const send = async (writer: string, batch: number) => {
    await acceptBatch({
      ctx,
      input: gzipped({ writer, batch, events: sampleRun(3, createUuidV7(ctx.now().getTime())).events }),
    });
  };
  const claim = (whileHeld?: () => Promise<unknown>) =>
    withSystemClient(db, async (client) => {
      const batches = await claimBatches(client, ctx.scope.projectId);
      await whileHeld?.();
      return batches.map(({ writer, batch }) => [writer, Number(batch)]);
    });

  await send(held, 0);
  const first = await claim(async () => {
    await send(held, 1);
    await send(free, 0);
    expect(await claim()).toEqual([[free, 0]]);
  });
  expect(first).toEqual([[held, 0]]);
  expect(await claim()).toEqual([
    [held, 0],
    [held, 1],
    [free, 0],
  ]);
});
