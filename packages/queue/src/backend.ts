import type { AdvancedOptions, JobsOptions, Relay } from "bullmq";

export interface RawJob {
  id?: string;
  data: unknown;
  attemptsMade: number;
}

interface FailedJob extends RawJob {
  finishedOn?: number;
}

/** Lock and retention settings of a consumer, the same on every backend. */
export interface ConsumerOptions {
  concurrency: number;
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
  removeOnComplete: { count: number };
  removeOnFail: { count: number; age: number };
  settings: Pick<AdvancedOptions, "backoffStrategy">;
}

/** Where a job may be, as long as it is kept. */
export type JobState = "waiting" | "active" | "delayed" | "failed";

export interface JobQueue {
  add(name: string, payload: object, options: JobsOptions): Promise<unknown>;
  getJobCounts(...states: JobState[]): Promise<Record<string, number>>;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface JobWorker {
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "failed", listener: (job: FailedJob | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

export type LiveRelay = Pick<Relay, "publish" | "subscribe" | "on" | "close">;

/** Where jobs and messages live. Everything else in this package is the same for each of them. */
export interface Backend {
  queue(name: string): JobQueue;
  worker(name: string, run: (job: RawJob) => Promise<void>, options: ConsumerOptions): JobWorker;
  relay(): LiveRelay;
  /** Resolves when the server answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface BackendOptions {
  url: string;
  prefix: string;
  onError: (error: Error) => void;
}

/** A process that lost its registration for live messages, for instance with all of Redis, renews it within a third. */
export const LEASE_MS = 6000;
