import type { Backend, ConsumerOptions, JobQueue, JobWorker, RawJob } from "./backend";
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
import { Running } from "./running";
import { unlessAway } from "./unless-away";

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
  /** Where jobs and messages are. */
  backend: "postgresql" | "redis";
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
  /** Fires when the process should come to its end: nobody has time for a server that is away any more. */
  stopping?: AbortSignal;
}

/** Opens the queue: the same on PostgreSQL and on Redis. */
export async function createQueue(options: Options): Promise<JobsAndMessages> {
  const { databaseUrl, redisUrl, prefix = "heddle", onError = console.error, stopping } = options;
  const backend = redisUrl
    ? await openRedis({ url: redisUrl, prefix, onError })
    : await openPostgres({ url: databaseUrl, prefix, onError });
  const queues = new Map<JobName, JobQueue>();
  const workers: JobWorker[] = [];
  const running = new Running();
  const live = new Live(() => backend.relay(), onError);
  /** Takes no more jobs, and lets those in hand finish. */
  const stopWorkers = async (some: JobWorker[]) => {
    await unlessAway(Promise.all(some.map((worker) => worker.close())), backend.check);
    await running.ended();
  };
  const queueOf = (name: JobName): JobQueue => {
    const opened = queues.get(name);
    if (opened) return opened;
    const queue = backend.queue(name);
    queue.on("error", onError);
    queues.set(name, queue);
    return queue;
  };

  return {
    backend: redisUrl ? "redis" : "postgresql",
    async enqueue(name, payload) {
      const { attempts, backoffMs, prepare } = catalog[name];
      const { payload: parsed, dedupe } = prepare(payload);
      const added = queueOf(name).add(name, parsed, {
        attempts,
        backoff: { type: BACKOFF, delay: backoffMs },
        deduplication: { id: dedupe, keepLastIfActive: true },
      });
      await inTime(added, `Adding a ${name} job`, stopping);
    },
    async consume(handlers, onFailure) {
      const run = <Name extends JobName>(name: Name, job: RawJob) =>
        running.watch(runJob(name, handlers[name], job));
      const started = jobNames.map((name) => startWorker(backend, name, run, onFailure, onError));
      workers.push(...started);
      const ready = Promise.all(started.map((worker) => worker.waitUntilReady()));
      await unlessAway(ready, backend.check);
      return () => stopWorkers(started);
    },
    publish: (projectId, message) => inTime(live.publish(projectId, message), "Publishing", stopping),
    subscribe: (listener) => live.subscribe(listener),
    counts: () => inTime(countJobs(queueOf), "Counting the jobs", stopping),
    check: () => inTime(backend.check(), "The queue's answer", stopping),
    async close() {
      await stopWorkers(workers);
      const closing = Promise.all([...queues.values()].map((queue) => queue.close()));
      await unlessAway(
        closing.then(() => live.close()),
        backend.check,
      );
      await unlessAway(backend.close(), backend.check);
    },
  };
}

function startWorker<Name extends JobName>(
  backend: Backend,
  name: Name,
  run: (name: Name, job: RawJob) => Promise<void>,
  onFailure: (failure: JobFailure) => void,
  onError: (error: Error) => void,
): JobWorker {
  const { concurrency } = catalog[name];
  const options: ConsumerOptions = { ...LOCK, ...RETENTION, concurrency, settings: { backoffStrategy } };
  const worker = backend.worker(name, (job) => run(name, job), options);
  worker.on("error", onError);
  worker.on("failed", (job, error) => {
    if (!job) return;
    const final = job.finishedOn !== undefined;
    onFailure({ name, jobId: job.id ?? "", payload: job.data, attempt: job.attemptsMade, final, error });
  });
  return worker;
}
