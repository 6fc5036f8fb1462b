import { z } from "zod";

/** What the queue must know about a job. Payloads carry ids only: the truth is in the database. */
interface JobDefinition<Payload extends object> {
  payload: z.ZodType<Payload>;
  /** While a job with this id waits, another is not added; while one is active, one more is kept for after it. */
  dedupe: (payload: Payload) => string;
  /** How often a job is tried before it stays in the failed set. */
  attempts: number;
  /** Wait before the second attempt; it doubles with each further one. */
  backoffMs: number;
  /** An attempt whose handler takes longer counts as failed. */
  timeoutMs: number;
  /** Jobs of this kind that one process works on at the same time. */
  concurrency: number;
}

const projectId = z.uuid();

function job<Payload extends object>(definition: JobDefinition<Payload>) {
  return {
    ...definition,
    /** The payload, parsed, and the id that makes jobs for the same thing one. Throws on another payload. */
    prepare: (given: unknown) => {
      const payload = definition.payload.parse(given);
      return { payload, dedupe: definition.dedupe(payload) };
    },
  };
}

/** Every job there is. A worker does not compile without a handler for each of them. */
export const catalog = {
  /** There is something in a project's inbox. */
  drain: job({
    payload: z.object({ projectId }),
    dedupe: (payload) => payload.projectId,
    attempts: 5,
    backoffMs: 500,
    timeoutMs: 60_000,
    concurrency: 2,
  }),
  /** A code version is there with all its sources: compute the hashes of its nodes. */
  "hash-version": job({
    payload: z.object({ projectId, codeVersion: z.string() }),
    dedupe: (payload) => `${payload.projectId}/${payload.codeVersion}`,
    attempts: 5,
    backoffMs: 1000,
    timeoutMs: 60_000,
    concurrency: 1,
  }),
  /** A run failed: decide whether that is told, and to whom. */
  "evaluate-alert": job({
    payload: z.object({ projectId, runId: z.uuid() }),
    dedupe: (payload) => payload.runId,
    attempts: 10,
    backoffMs: 500,
    timeoutMs: 30_000,
    concurrency: 4,
  }),
  /** One message to one channel. Its row says when it is due and when it is given up; the error says both. */
  "deliver-alert": job({
    payload: z.object({ projectId, deliveryId: z.uuid() }),
    dedupe: (payload) => payload.deliveryId,
    attempts: 10,
    backoffMs: 1000,
    timeoutMs: 25_000,
    concurrency: 10,
  }),
};

export type JobName = keyof typeof catalog;
export type JobPayload<Name extends JobName> = z.infer<(typeof catalog)[Name]["payload"]>;

export const jobNames = Object.keys(catalog) as JobName[];

/** How a kind of job is tried, for people who look after the instance. */
export interface JobRules {
  attempts: number;
  /** Wait before the second attempt; it doubles with each further one. */
  backoffMs: number;
  timeoutMs: number;
}

export function jobRules(name: JobName): JobRules {
  const { attempts, backoffMs, timeoutMs } = catalog[name];
  return { attempts, backoffMs, timeoutMs };
}
