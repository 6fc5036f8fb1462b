import { setTimeout as wait } from "node:timers/promises";
import { type Database, withSystemClient } from "@heddle/db";
import type { Batch } from "./workload";

const LOOK_EVERY_MS = 20;

/** Waits until all of these batches can be read. */
export async function untilStored(db: Database, batches: Batch[]): Promise<void> {
  let missing = batches;
  while (missing.length > 0) {
    const stored = await findStored(db, missing);
    missing = missing.filter((batch) => !stored.has(batch));
    if (missing.length > 0) await wait(LOOK_EVERY_MS);
  }
}

/** Which of these batches can be read: a batch's entry in its run's ledger is committed together with its rows. */
export async function findStored(db: Database, batches: Batch[]): Promise<Set<Batch>> {
  return await withSystemClient(db, async (client) => {
    const { rows } = await client.query<{ position: string }>(
      `select wanted.position from unnest($1::uuid[], $2::uuid[], $3::bigint[])
         with ordinality as wanted (run_id, writer, batch, position)
       where exists (select from run_batch b where b.project_id = (select id from project) and b.run_id = wanted.run_id
         and b.writer = wanted.writer and b.batch = wanted.batch)`,
      [batches.map((one) => one.runId), batches.map((one) => one.writer), batches.map((one) => one.number)],
    );
    return new Set(rows.map(({ position }) => batches[Number(position) - 1] as Batch));
  });
}
