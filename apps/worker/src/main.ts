import { randomUUID } from "node:crypto";
import { createOutbound, deriveKey, describeError } from "@heddle/core";
import { createDatabase } from "@heddle/db";
import { awaitDatabase } from "@heddle/db/ready";
import { captureConsole, createLogger, serveOperators } from "@heddle/observability";
import { createQueue } from "@heddle/queue";
import { env, publicUrl } from "./env";
import { createHandlers } from "./handlers";
import { beat, endBeat } from "./heartbeat";
import { withoutRepeats } from "./log";
import { logJobFailure } from "./log-job-failure";
import { Pulse } from "./pulse";
import { repeat } from "./repeat";
import { Shutdown } from "./shutdown";
import { startSweeps } from "./sweep";
import { watchedHandlers } from "./watched-handlers";
import { openMetrics, watchParts } from "./worker-metrics";

const HEARTBEAT_MS = 5000;
const DEADLINE_MS = 10_000;

const log = createLogger({ level: env.LOG_LEVEL, describeError });
captureConsole(log);
const { registry, metrics } = openMetrics();
const shutdown = new Shutdown(log);
const stopping = new AbortController();

const tellQueueError = withoutRepeats((error) => log.warn({ err: error }, "queue connection"), Date.now);

async function start(): Promise<void> {
  await awaitDatabase({ url: env.DATABASE_URL, log: (sentence) => log.warn(sentence) });
  const db = createDatabase({ url: env.DATABASE_URL, maxConnections: env.DATABASE_CONNECTIONS });
  shutdown.add("database", () => db.close());
  const queue = await createQueue({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    stopping: stopping.signal,
    onError: (error) => {
      metrics.queueErrors.inc();
      tellQueueError(error);
    },
  });
  shutdown.add("queue", () => queue.close());
  const id = randomUUID();
  shutdown.add("sign of life", () => endBeat(db, id));
  const pulse = new Pulse(() => performance.now());
  const work = () => pulse.watch(beat(db, id));
  const beating = repeat({ name: "sign of life", everyMs: HEARTBEAT_MS, work, log, metrics });
  shutdown.add("timer of the sign of life", beating);
  const slack = {
    outbound: createOutbound({ allowHosts: env.OUTBOUND_ALLOW_HOSTS }),
    encryptionKey: deriveKey(env.HEDDLE_SECRET, "encryption"),
    publicUrl,
  };
  watchParts(registry, { db, queue, log });
  if (env.METRICS_PORT !== undefined) {
    const operators = await serveOperators({
      host: env.HOST,
      port: env.METRICS_PORT,
      registry,
      problem: () => pulse.problem(),
      onError: (error) => log.error({ err: error }, "metrics could not be collected"),
    });
    shutdown.add("port of the operators", () => operators.close());
  }
  const instanceDays = env.RETENTION_DAYS ?? null;
  const tools = { db, queue, slack, log, metrics, instanceDays, stopping: stopping.signal };
  shutdown.add("sweeps", startSweeps(tools));
  const handlers = watchedHandlers(createHandlers(tools), tools);
  const stopConsuming = await queue.consume(handlers, (failure) => {
    metrics.jobFailures.inc({ job: failure.name, final: String(failure.final) });
    logJobFailure(log, failure);
  });
  shutdown.add("jobs", stopConsuming);
  log.info({ worker: id, queue: env.REDIS_URL ? "redis" : "postgresql" }, "worker is ready");
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping.signal.aborted) process.exit(1);
  stopping.abort();
  log.info({ signal }, "worker stops");
  process.exit((await shutdown.run(DEADLINE_MS)) ? 0 : 1);
}

process.on("SIGTERM", (signal) => void stop(signal));
process.on("SIGINT", (signal) => void stop(signal));
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, `worker cannot go on: ${error.message}`);
  process.exit(1);
});

await start();
