import { type WorkerMetrics, withLogFields } from "@heddle/observability";
import type { Handlers } from "@heddle/queue";

/** The same handlers, each attempt counted and timed, each line of the log with the job and the ids it is about. */
export function watchedHandlers(handlers: Handlers, metrics: WorkerMetrics): Handlers {
  return {
    drain: watched("drain", handlers.drain, metrics),
    "hash-version": watched("hash-version", handlers["hash-version"], metrics),
    "evaluate-alert": watched("evaluate-alert", handlers["evaluate-alert"], metrics),
    "deliver-alert": watched("deliver-alert", handlers["deliver-alert"], metrics),
  };
}

function watched<Job extends { id: string; attempt: number; payload: object }>(
  job: string,
  handle: (context: Job) => Promise<void>,
  { jobs }: WorkerMetrics,
): (context: Job) => Promise<void> {
  return async (context) => {
    const { id: jobId, attempt, payload } = context;
    const end = jobs.startTimer({ job });
    try {
      await withLogFields({ job, jobId, attempt, ...payload }, () => handle(context));
      end({ outcome: "succeeded" });
    } catch (error) {
      end({ outcome: "failed" });
      throw error;
    }
  };
}
