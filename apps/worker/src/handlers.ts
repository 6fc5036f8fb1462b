import { hashVersion, type SlackAccess } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { Logger, WorkerMetrics } from "@heddle/observability";
import type { Handlers, JobsAndMessages } from "@heddle/queue";
import { deliverAlert } from "./alert/deliver-alert";
import { evaluateAlert } from "./alert/evaluate-alert";
import { drainInbox } from "./ingest/drain-inbox";

export interface WorkerTools {
  db: Database;
  queue: JobsAndMessages;
  slack: SlackAccess;
  log: Logger;
  metrics: WorkerMetrics;
  /** How many days the instance keeps runs; null: as long as their projects do. */
  instanceDays: number | null;
  /** Fires when the process should come to its end. */
  stopping: AbortSignal;
}

/** One drain job takes no longer than this, well within what the catalog allows; the sweep goes on with what is left. */
const DRAIN_MS = 20_000;

/** What this process does with each kind of job. */
export function createHandlers(tools: WorkerTools): Handlers {
  const { db, queue, slack, log, metrics, stopping } = tools;
  return {
    drain: () => drainInbox(tools, AbortSignal.any([AbortSignal.timeout(DRAIN_MS), stopping])),
    "hash-version": async ({ payload }) => {
      const { hashed } = await hashVersion({ ctx: { db, now: () => new Date() }, input: payload });
      log.info({ hashed }, "looked at code version");
    },
    "evaluate-alert": evaluateAlert(db, queue),
    "deliver-alert": deliverAlert(db, slack, metrics),
  };
}
