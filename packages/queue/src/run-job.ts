import { UnrecoverableError } from "bullmq";
import type { RawJob } from "./backend";
import { catalog, type JobName } from "./catalog";
import type { Handlers } from "./handlers";

/** Parses a job's payload, runs its handler within the allowed time and says whether a failure is final. */
export async function runJob<Name extends JobName>(
  name: Name,
  handler: Handlers[Name],
  job: RawJob,
): Promise<void> {
  const payload = catalog[name].payload.safeParse(job.data);
  if (!payload.success) throw new UnrecoverableError(`Payload of ${name}: ${payload.error.message}`);
  const signal = AbortSignal.timeout(catalog[name].timeoutMs);
  const context = { id: job.id ?? "", payload: payload.data, attempt: job.attemptsMade + 1, signal };
  try {
    await Promise.race([
      (handler as (job: typeof context) => Promise<void>)(context),
      timedOut(name, signal),
    ]);
  } catch (error) {
    throw isFinal(error) ? Object.assign(new UnrecoverableError(String(error)), { cause: error }) : error;
  }
}

function timedOut(name: JobName, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new Error(`${name} took longer than ${catalog[name].timeoutMs} ms`));
    signal.addEventListener("abort", fail, { once: true });
  });
}

/** Whether an error is worth another try is a property of the error: `retryable: false` says it is not. */
function isFinal(error: unknown): boolean {
  return typeof error === "object" && error !== null && "retryable" in error && error.retryable === false;
}
