import type { Backend, ConsumerOptions, JobQueue, JobWorker } from "./backend";
import { BACKOFF, backoffStrategy } from "./backoff";
import { catalog, type JobName, type JobPayload, jobNames } from "./catalog";
import { countJobs, type JobCounts } from "./counts";
import type { Handlers } from "./handlers";
import { inTime } from "./in-time";
import { Live } from "./live";
import type { LiveListener, LiveMessage } from "./live-message";
import { openPostgres } from "./postgres";
import { openRedis } from "./redis";
import { runJob } from "./run-job";

/** An attempt that failed. `final`: there will not be another. */
export interface JobFailure {
  name: JobName;
  jobId: string;
  payload: unknown;
  attempt: number;
  final: boolean;
  error: Error;
}

export interface JobsAndMessages {
  /** Adds a job, unless one that would do the same still waits. */
  enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>): Promise<void>;
  /** Starts working on jobs. Resolves when every consumer is connected; the returned function stops them all. */
  consume(handlers: Handlers, onFailure: (failure: JobFailure) => void): Promise<() => Promise<void>>;
  publish(projectId: string, message: LiveMessage): Promise<void>;
  subscribe(listener: LiveListener): () => void;
  /** How many jobs of each kind wait, are worked on, wait for another try, and were given up. */
  counts(): Promise<JobCounts>;
  /** Resolves when the server behind the queue answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A killed worker's job is taken over after at most lock + 2 x interval: 10 s. */
const LOCK = { lockDuration: 5000, stalledInterval: 2500, maxStalledCount: 10 };
const RETENTION = { removeOnComplete: { count: 100 }, removeOnFail: { count: 1000, age: 14 * 24 * 60 * 60 } };

interface Options {
  databaseUrl: string;
  /** Redis holds the jobs when this is given, else PostgreSQL does. */
  redisUrl?: string;
  /** Separates products that share a server: of Redis keys, of names of queues in PostgreSQL. */
  prefix?: string;
  onError?: (error: Error) => void;
}

/** Opens the queue: the same on PostgreSQL and on Redis. */
export async function createQueue(options: Options): Promise<JobsAndMessages> {
  const { databaseUrl, redisUrl, prefix = "heddle", onError = console.error } = options;
  const backend = redisUrl
    ? openRedis({ url: redisUrl, prefix, onError })
    : await openPostgres({ url: databaseUrl, prefix, onError });
  const queues = new Map<JobName, JobQueue>();
  const workers: JobWorker[] = [];
  const live = new Live(() => backend.relay(), onError);
  const queueOf = (name: JobName): JobQueue => {
    const opened = queues.get(name);
    if (opened) return opened;
    const queue = backend.queue(name);
    queue.on("error", onError);
    queues.set(name, queue);
    return queue;
  };

  return {
    async enqueue(name, payload) {
      const { attempts, backoffMs, prepare } = catalog[name];
      const { payload: parsed, dedupe } = prepare(payload);
      const added = queueOf(name).add(name, parsed, {
        attempts,
        backoff: { type: BACKOFF, delay: backoffMs },
        deduplication: { id: dedupe, keepLastIfActive: true },
      });
      await inTime(added, `Adding a ${name} job`);
    },
    async consume(handlers, onFailure) {
      const started = jobNames.map((name) => startWorker(backend, name, handlers, onFailure, onError));
      workers.push(...started);
      await Promise.all(started.map((worker) => worker.waitUntilReady()));
      return async () => void (await Promise.all(started.map((worker) => worker.close())));
    },
    publish: (projectId, message) => inTime(live.publish(projectId, message), "Publishing"),
    subscribe: (listener) => live.subscribe(listener),
    counts: () => inTime(countJobs(queueOf), "Counting the jobs"),
    check: () => inTime(backend.check(), "The queue's answer"),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await live.close();
      await backend.close();
    },
  };
}

function startWorker<Name extends JobName>(
  backend: Backend,
  name: Name,
  handlers: Handlers,
  onFailure: (failure: JobFailure) => void,
  onError: (error: Error) => void,
): JobWorker {
  const { concurrency } = catalog[name];
  const options: ConsumerOptions = { ...LOCK, ...RETENTION, concurrency, settings: { backoffStrategy } };
  const worker = backend.worker(name, (job) => runJob(name, handlers[name], job), options);
  worker.on("error", onError);
  worker.on("failed", (job, error) => {
    if (!job) return;
    const final = job.finishedOn !== undefined;
    onFailure({ name, jobId: job.id ?? "", payload: job.data, attempt: job.attemptsMade, final, error });
  });
  return worker;
}
