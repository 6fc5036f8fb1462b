import { type Drained, drain, drainSuspects } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { JobsAndMessages } from "@heddle/queue";
import type { Logger } from "pino";
import { passOn } from "./pass-on";

interface Tools {
  db: Database;
  queue: JobsAndMessages;
  log: Logger;
}

/** Ids that one line of the log names at most. */
const IDS_LOGGED = 20;

/**
 * Drains until nothing is free to take, or until `signal` fires. Does not wait with the next batches for a
 * queue that is slow or away; what it does not take stays in the outbox, for the sweep.
 */
export async function drainInbox({ db, queue, log }: Tools, signal: AbortSignal): Promise<void> {
  const passing: Promise<void>[] = [];
  try {
    while (!signal.aborted) {
      const drained = await drain({ ctx: { db } });
      if (drained.batches.length + drained.failed.length === 0) return;
      report(log, drained);
      const failed = (error: Error) => log.warn({ err: error }, "left in the outbox for now");
      passing.push(passOn(db, queue, drained.outbox).catch(failed));
    }
  } finally {
    await Promise.all(passing);
  }
}

/** Gives batches that failed before another chance, each on its own. */
export async function retrySuspects({ db, queue, log }: Tools): Promise<void> {
  const drained = await drainSuspects({ ctx: { db } });
  report(log, drained);
  await passOn(db, queue, drained.outbox);
}

function report(log: Logger, { batches, events, outbox, failed }: Drained): void {
  for (const { id, error, quarantined } of failed) {
    log.error({ batch: id, error }, quarantined ? "batch put aside" : "batch failed");
  }
  if (batches.length === 0) return;
  const runs = outbox.flatMap((row) => (row.kind === "run.changed" ? row.payload.runIds : []));
  log.info(
    {
      projectId: batches[0]?.projectId,
      batches: batches.slice(0, IDS_LOGGED).map((batch) => `${batch.writer}/${batch.batch}`),
      batchCount: batches.length,
      events,
      runs: runs.slice(0, IDS_LOGGED),
      runCount: runs.length,
    },
    "drained",
  );
}
