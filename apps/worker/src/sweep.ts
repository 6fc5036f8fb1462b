import {
  deleteOldAttempts,
  deleteOldReceipts,
  deleteOldTokens,
  findLeftOutbox,
  findUnhashed,
} from "@heddle/core";
import { ensurePartitions, withSystemClient } from "@heddle/db";
import { sweepAlerts } from "./alert/sweep-alerts";
import type { WorkerTools } from "./handlers";
import { drainInbox, retrySuspects } from "./ingest/drain-inbox";
import { passOn } from "./ingest/pass-on";
import { repeat } from "./repeat";
import { deleteExpired, purge, removeLeftovers } from "./retention/sweep-retention";

/** After this time the process that committed a message is taken to have died before passing it on. */
const LEFT_AFTER_MS = 5000;

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

interface Sweep {
  name: string;
  everyMs: number;
  work: (tools: WorkerTools) => Promise<void>;
}

const now = () => new Date();

/**
 * What each worker does by its own clock. It finds whatever a lost signal left behind, so that losing the
 * whole queue costs time and nothing else.
 */
const SWEEPS: Sweep[] = [
  { name: "inbox", everyMs: 2000, work: drainForAMinute },
  { name: "failed batches", everyMs: 2000, work: retrySuspects },
  { name: "outbox", everyMs: 2000, work: passOnLeft },
  { name: "code versions", everyMs: 30_000, work: hashLeft },
  { name: "alerts", everyMs: 5000, work: ({ db, queue }) => sweepAlerts(db, queue) },
  { name: "storage", everyMs: HOUR_MS, work: maintainStorage },
  { name: "expired runs", everyMs: 10 * MINUTE_MS, work: deleteExpired },
  { name: "leftovers of runs", everyMs: 12 * HOUR_MS, work: removeLeftovers },
  { name: "deleted projects", everyMs: 10 * MINUTE_MS, work: purge },
];

/** Starts all sweeps. The returned function ends them. */
export function startSweeps(tools: WorkerTools): () => Promise<void> {
  const { log, metrics } = tools;
  const stops = SWEEPS.map(({ name, everyMs, work }) =>
    repeat({ name, everyMs, work: () => work(tools), log, metrics }),
  );
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}

/** A backlog may last for hours; the sweep shows now and then that it works. */
async function drainForAMinute(tools: WorkerTools): Promise<void> {
  await drainInbox(tools, AbortSignal.any([AbortSignal.timeout(MINUTE_MS), tools.stopping]));
}

async function passOnLeft({ db, queue }: WorkerTools): Promise<void> {
  await passOn(db, queue, await findLeftOutbox(db, new Date(Date.now() - LEFT_AFTER_MS)));
}

async function hashLeft({ db, queue }: WorkerTools): Promise<void> {
  for (const version of await findUnhashed({ ctx: { db } })) await queue.enqueue("hash-version", version);
}

async function maintainStorage({ db }: WorkerTools): Promise<void> {
  await withSystemClient(db, (client) => ensurePartitions(client, now()));
  await deleteOldReceipts({ ctx: { db, now } });
  await deleteOldAttempts({ ctx: { db, now } });
  await deleteOldTokens({ ctx: { db, now } });
}
