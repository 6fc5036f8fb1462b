import type { Logger } from "@heddle/observability";
import type { JobFailure } from "@heddle/queue";
import { DeliveryError } from "./alert/deliver-alert";

/** Logs a job that failed. What a far end answered says all in one line; anything else is told with its stack. */
export function logJobFailure(log: Logger, failure: JobFailure): void {
  const { name: job, jobId, attempt, final, error } = failure;
  const ids = typeof failure.payload === "object" ? failure.payload : {};
  const facts = { job, jobId, attempt, ...ids };
  const level = final ? "error" : "warn";
  // The queue wraps what is final.
  const origin = error.cause instanceof DeliveryError ? error.cause : error;
  if (origin instanceof DeliveryError && origin.cause === undefined) {
    const text = final ? "message given up" : "message not delivered yet, will be tried again";
    log[level]({ ...facts, reason: origin.message }, text);
  } else log[level]({ ...facts, err: error }, "job failed");
}
