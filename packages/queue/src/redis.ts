import { Queue, Relay, Worker } from "bullmq";
import { Redis } from "ioredis";
import { type Backend, type BackendOptions, LEASE_MS } from "./backend";

/** Jobs and messages in Redis, through ioredis. */
export function openRedis({ url, prefix, onError }: BackendOptions): Backend {
  const producer = new Redis(url, { maxRetriesPerRequest: null });
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
