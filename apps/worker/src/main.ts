import { randomUUID } from "node:crypto";
import { createOutbound, deriveKey, describeError } from "@heddle/core";
import { createDatabase } from "@heddle/db";
import { createLogger, createRegistry, serveOperators } from "@heddle/observability";
import { createQueue } from "@heddle/queue";
import { env, publicUrl } from "./env";
import { createHandlers } from "./handlers";
import { beat, endBeat } from "./heartbeat";
import { withoutRepeats } from "./log";
import { logJobFailure } from "./log-job-failure";
import { repeat } from "./repeat";
import { Shutdown } from "./shutdown";
import { startSweeps } from "./sweep";

const HEARTBEAT_MS = 5000;
const DEADLINE_MS = 10_000;

const log = createLogger({ level: env.LOG_LEVEL, describeError });
const shutdown = new Shutdown(log);
const stopping = new AbortController();

async function start(): Promise<void> {
  const db = createDatabase({ url: env.DATABASE_URL, maxConnections: env.DATABASE_CONNECTIONS });
  shutdown.add("database", () => db.close());
  const queue = await createQueue({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    onError: withoutRepeats((error) => log.warn({ err: error }, "queue connection"), Date.now),
  });
  shutdown.add("queue", () => queue.close());
  const id = randomUUID();
  shutdown.add("sign of life", () => endBeat(db, id));
  const beating = repeat({ name: "sign of life", everyMs: HEARTBEAT_MS, work: () => beat(db, id), log });
  shutdown.add("timer of the sign of life", beating);
  const slack = {
    outbound: createOutbound({ allowHosts: env.OUTBOUND_ALLOW_HOSTS }),
    encryptionKey: deriveKey(env.HEDDLE_SECRET, "encryption"),
    publicUrl,
  };
  const tools = { db, queue, slack, log, stopping: stopping.signal };
  shutdown.add("sweeps", startSweeps(tools, log));
  const stopConsuming = await queue.consume(createHandlers(tools), (failure) => logJobFailure(log, failure));
  shutdown.add("jobs", stopConsuming);
  if (env.METRICS_PORT !== undefined) {
    const registry = createRegistry("worker");
    const address = { host: env.HOST, port: env.METRICS_PORT };
    const operators = await serveOperators({ ...address, registry, problem: () => null });
    shutdown.add("port of the operators", () => operators.close());
  }
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
  log.fatal({ err: error }, "worker cannot go on");
  process.exit(1);
});

await start();
