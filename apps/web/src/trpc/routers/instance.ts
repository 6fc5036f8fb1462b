import {
  countLiveWorkers,
  listWorkers,
  readDatabaseFacts,
  readInboxState,
  readWorkerSeenAt,
} from "@heddle/core";
import { jobNames, jobRules } from "@heddle/queue";
import { router } from "../init";
import { operatorProcedure } from "../procedures";

/** Projects that the inbox's table shows. */
const PROJECTS = 20;

export const instanceRouter = router({
  /** What Heddle runs on, and whether it lives. */
  health: operatorProcedure.query(async ({ ctx: { upkeep, services } }) => {
    const [database, alive, lastSeenAt, workers] = await Promise.all([
      readDatabaseFacts({ ctx: upkeep }),
      countLiveWorkers({ ctx: upkeep }),
      readWorkerSeenAt({ ctx: upkeep }),
      listWorkers({ ctx: upkeep }),
    ]);
    return {
      database,
      workers: { alive, lastSeenAt: lastSeenAt?.toISOString() ?? null, seen: workers },
      web: {
        node: process.versions.node,
        startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      },
      queue: { backend: services.queue.backend },
    };
  }),

  /** What was accepted and waits, in all and by project. */
  inbox: operatorProcedure.query(({ ctx: { upkeep } }) =>
    readInboxState({ ctx: upkeep, input: { projects: PROJECTS } }),
  ),

  /** Jobs by kind and state, and how each kind is tried; `jobs` is null while the queue is away. */
  queue: operatorProcedure.query(async ({ ctx: { services } }) => {
    const { queue, log } = services;
    const counts = await queue.counts().catch((error: unknown) => {
      log.warn({ err: error }, "the jobs could not be counted");
      return null;
    });
    return {
      backend: queue.backend,
      jobs: counts && jobNames.map((name) => ({ name, ...counts[name], rules: jobRules(name) })),
    };
  }),
});
