import { type Logger, type WorkerMetrics, withLogFields } from "@heddle/observability";

interface Repetition {
  name: string;
  everyMs: number;
  work: () => Promise<void>;
  log: Logger;
  metrics: WorkerMetrics;
}

/**
 * Does the work now and then again and again, never twice at once; the log and the metrics know it by its name.
 * The returned function ends it.
 */
export function repeat({ name, everyMs, work, log, metrics }: Repetition): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const sweep = { sweep: name };
  metrics.sweepFailures.inc(sweep, 0);
  const once = async () => {
    try {
      await work();
      metrics.sweepSucceeded.setToCurrentTime(sweep);
    } catch (error) {
      metrics.sweepFailures.inc(sweep);
      log.error({ err: error }, "failed, will be tried again");
    }
  };
  const turn = () => {
    current = withLogFields(sweep, once).finally(() => {
      if (!stopped) timer = setTimeout(turn, everyMs);
    });
  };
  turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current;
  };
}
