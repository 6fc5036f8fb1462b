import { Queue, Relay, Worker } from "bullmq";
import { Redis } from "ioredis";
import { type Backend, type BackendOptions, LEASE_MS } from "./backend";
import { inspectRedis } from "./inspect-redis";

/** Jobs and messages in Redis, through ioredis. */
export async function openRedis({ url, prefix, onError }: BackendOptions): Promise<Backend> {
  const producer = new Redis(url, { maxRetriesPerRequest: null });
  producer.on("error", onError);
  await inspectRedis(producer, onError).catch((error: unknown) => {
    producer.disconnect();
    throw error;
  });
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue: (name) => new Queue(name, { connection: producer, prefix }),
    worker: (name, run, options) => new Worker(name, run, { connection, prefix, ...options }),
    relay: () => new Relay({ connection, prefix, leaseDuration: LEASE_MS }),
    check: async () => void (await producer.ping()),
    close: async () => producer.disconnect(),
  };
}
