import { type Drained, drain, drainSuspects } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { Logger, WorkerMetrics } from "@heddle/observability";
import type { JobsAndMessages } from "@heddle/queue";
import { passOn } from "./pass-on";

interface Tools {
  db: Database;
  queue: JobsAndMessages;
  log: Logger;
  metrics: WorkerMetrics;
}

/** Ids that one line of the log names at most: all the batches of a pass, so that each can be followed. */
const IDS_LOGGED = 64;

/**
 * Drains until nothing is free to take, or until `signal` fires. Does not wait with the next batches for a
 * queue that is slow or away; what it does not take stays in the outbox, for the sweep.
 */
export async function drainInbox(tools: Tools, signal: AbortSignal): Promise<void> {
  const { db, queue, log } = tools;
  const passing: Promise<void>[] = [];
  try {
    while (!signal.aborted) {
      const end = tools.metrics.drains.startTimer();
      const drained = await drain({ ctx: { db } });
      if (drained.batches.length + drained.failed.length === 0) return;
      end();
      report(tools, drained);
      const failed = (error: Error) => log.warn({ err: error }, "left in the outbox for now");
      passing.push(passOn(db, queue, drained.outbox).catch(failed));
    }
  } finally {
    await Promise.all(passing);
  }
}

/** Gives batches that failed before another chance, each on its own. */
export async function retrySuspects(tools: Tools): Promise<void> {
  const { db, queue } = tools;
  const drained = await drainSuspects({ ctx: { db } });
  report(tools, drained);
  await passOn(db, queue, drained.outbox);
}

function report({ log, metrics }: Tools, { batches, events, outbox, failed }: Drained): void {
  for (const { projectId, writer, batch, error, quarantined } of failed) {
    metrics.batches.inc({ outcome: quarantined ? "quarantined" : "failed" });
    const facts = { projectId, batch: `${writer}/${batch}`, error };
    log.error(facts, quarantined ? "batch put aside" : "batch failed");
  }
  metrics.batches.inc({ outcome: "stored" }, batches.length);
  metrics.events.inc(events);
  const now = Date.now();
  for (const { receivedAt } of batches) {
    metrics.visible.observe(Math.max(0, now - receivedAt.getTime()) / 1000);
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
