import { createPostgresBackend, createPostgresRelayBackend, Relay, runMigrations, withBackend } from "bullmq";
import { Pool } from "pg";
import type { Backend, BackendOptions } from "./backend";
import { jobNames } from "./catalog";

/** Connections for queries, beside the one that each consumer and the relay hold to LISTEN. */
const QUERY_CONNECTIONS = 4;

/** Jobs and messages in a schema of the product's own database. */
export async function openPostgres({ url, prefix, onError }: BackendOptions): Promise<Backend> {
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${prefix}`,
    max: jobNames.length + 1 + QUERY_CONNECTIONS,
    keepAlive: true,
  });
  pool.on("error", onError);
  const { Queue, Worker } = withBackend(createPostgresBackend);
  await migrate(pool, prefix);
  return {
    queue: (name) => new Queue(name, { connection: pool }),
    worker: (name, run, options) => new Worker(name, run, { connection: pool, ...options }),
    relay: () => new Relay({ connection: pool, backend: createPostgresRelayBackend }),
    check: async () => void (await pool.query("select 1")),
    close: () => pool.end(),
  };
}

async function migrate(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, schema);
  } finally {
    client.release();
  }
}
