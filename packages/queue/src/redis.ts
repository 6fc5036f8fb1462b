import { Queue, Relay, Worker } from "bullmq";
import { Redis } from "ioredis";
import { type Backend, type BackendOptions, LEASE_MS } from "./backend";

/** A caller that adds a job is told within this time when Redis is away, instead of waiting for its return. */
const COMMAND_TIMEOUT_MS = 5000;

/** Jobs and messages in Redis, through ioredis. */
export function openRedis({ url, prefix, onError }: BackendOptions): Backend {
  const producer = new Redis(url, { maxRetriesPerRequest: null, commandTimeout: COMMAND_TIMEOUT_MS });
  producer.on("error", onError);
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue: (name) => new Queue(name, { connection: producer, prefix }),
    worker: (name, run, options) => new Worker(name, run, { connection, prefix, ...options }),
    relay: () => new Relay({ connection, prefix, leaseDuration: LEASE_MS }),
    check: async () => void (await producer.ping()),
    close: async () => producer.disconnect(),
  };
}
