import type { AdvancedOptions } from "bullmq";

/** Name of the strategy below in a job's options. */
export const BACKOFF = "asked-or-exponential";

/** Where the far end said when to come back, the error carries it as `retryAfterMs`; else the wait doubles. */
export const backoffStrategy: AdvancedOptions["backoffStrategy"] = (attemptsMade, _type, error, job) => {
  const asked: unknown = error && "retryAfterMs" in error ? error.retryAfterMs : undefined;
  if (typeof asked === "number") return Math.max(0, Math.ceil(asked));
  const backoff = job?.opts.backoff;
  const first = typeof backoff === "object" ? (backoff.delay ?? 0) : (backoff ?? 0);
  return first * 2 ** (attemptsMade - 1);
};
