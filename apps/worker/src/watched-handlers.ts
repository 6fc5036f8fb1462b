import { type Logger, type WorkerMetrics, withLogFields } from "@heddle/observability";
import type { Handlers } from "@heddle/queue";

interface Tools {
  log: Logger;
  metrics: WorkerMetrics;
}

/** The same handlers, each attempt counted and timed, each line of the log with the job and the ids it is about. */
export function watchedHandlers(handlers: Handlers, tools: Tools): Handlers {
  return {
    drain: watched("drain", handlers.drain, tools),
    "hash-version": watched("hash-version", handlers["hash-version"], tools),
    "evaluate-alert": watched("evaluate-alert", handlers["evaluate-alert"], tools),
    "deliver-alert": watched("deliver-alert", handlers["deliver-alert"], tools),
  };
}

function watched<Job extends { id: string; attempt: number; payload: object }>(
  job: string,
  handle: (context: Job) => Promise<void>,
  { log, metrics: { jobs } }: Tools,
): (context: Job) => Promise<void> {
  return async (context) => {
    const { id: jobId, attempt, payload } = context;
    const end = jobs.startTimer({ job });
    try {
      await withLogFields({ job, jobId, attempt, ...payload }, async () => {
        await handle(context);
        log.debug("job done");
      });
      end({ outcome: "succeeded" });
    } catch (error) {
      end({ outcome: "failed" });
      throw error;
    }
  };
}
