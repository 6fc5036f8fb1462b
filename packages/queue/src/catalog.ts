import { z } from "zod";

/** What the queue must know about a job. Payloads carry ids only: the truth is in the database. */
interface JobDefinition {
  payload: z.ZodType<object>;
  /** How often a job is tried before it stays in the failed set. */
  attempts: number;
  /** Wait before the second attempt; it doubles with each further one. */
  backoffMs: number;
  /** A handler that takes longer is told to stop and its attempt counts as failed. */
  timeoutMs: number;
  /** Jobs of this kind that one process works on at the same time. */
  concurrency: number;
}

const projectId = z.uuid();

/** Every job there is. A worker does not compile without a handler for each of them. */
export const catalog = {
  /** There is something in a project's inbox. */
  drain: {
    payload: z.object({ projectId }),
    attempts: 5,
    backoffMs: 500,
    timeoutMs: 60_000,
    concurrency: 2,
  },
  /** A code version is there with all its sources: compute the hashes of its nodes. */
  "hash-version": {
    payload: z.object({ projectId, codeVersion: z.string() }),
    attempts: 5,
    backoffMs: 1000,
    timeoutMs: 60_000,
    concurrency: 1,
  },
  /** A run failed: decide whether that is told, and to whom. */
  "evaluate-alert": {
    payload: z.object({ projectId, runId: z.uuid() }),
    attempts: 10,
    backoffMs: 500,
    timeoutMs: 30_000,
    concurrency: 4,
  },
  /** One message to one channel. Its row says when it is due and when it is given up; the error says both. */
  "deliver-alert": {
    payload: z.object({ projectId, deliveryId: z.uuid() }),
    attempts: 10,
    backoffMs: 1000,
    timeoutMs: 25_000,
    concurrency: 10,
  },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof catalog;
export type JobPayload<Name extends JobName> = z.infer<(typeof catalog)[Name]["payload"]>;

export const jobNames = Object.keys(catalog) as JobName[];
