import { countLiveWorkers, readInboxState } from "@heddle/core";
import type { Database } from "@heddle/db";
import {
  createRegistry,
  createWorkerMetrics,
  type Logger,
  type Registry,
  watchInstance,
  watchPool,
  watchProcess,
} from "@heddle/observability";
import type { JobsAndMessages } from "@heddle/queue";

/** The registry of a worker and what it counts into it. */
export function openMetrics() {
  const registry = createRegistry("worker");
  return { registry, metrics: createWorkerMetrics(registry) };
}

interface Watched {
  db: Database;
  queue: JobsAndMessages;
  log: Logger;
}

/** Adds what is read when it is scraped. */
export function watchParts(registry: Registry, { db, queue, log }: Watched): void {
  const ctx = { db, now: () => new Date() };
  watchProcess(registry);
  watchPool(registry, db.pool);
  watchInstance(registry, {
    inbox: async () => ({
      ...(await readInboxState({ ctx, input: { projects: 0 } })),
      liveWorkers: await countLiveWorkers({ ctx }),
    }),
    jobs: () => queue.counts(),
    onError: (error) => log.warn({ err: error }, "something could not be measured"),
  });
}
