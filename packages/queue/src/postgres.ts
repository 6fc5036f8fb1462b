import {
  createPostgresBackend,
  createPostgresRelayBackend,
  DEFAULT_SCHEMA,
  Relay,
  runMigrations,
  withBackend,
} from "bullmq";
import { Pool } from "pg";
import { type Backend, type BackendOptions, LEASE_MS } from "./backend";
import { jobNames } from "./catalog";
import { patientClients } from "./patient-client";

/** Connections for queries, beside the one that each consumer and the relay hold to LISTEN. */
const QUERY_CONNECTIONS = 4;

/** Jobs and messages in a schema of the product's own database; a given pool always means BullMQ's own schema. */
export async function openPostgres({ url, prefix, onError }: BackendOptions): Promise<Backend> {
  const pool = new Pool({
    connectionString: url,
    // Jobs that a crash of PostgreSQL takes back are found by the sweeps, as are those that Redis loses.
    options: `-c search_path=${DEFAULT_SCHEMA} -c synchronous_commit=off`,
    max: jobNames.length + 1 + QUERY_CONNECTIONS,
    keepAlive: true,
    Client: patientClients(),
  });
  pool.on("error", onError);
  const { Queue, Worker } = withBackend(createPostgresBackend);
  await migrate(pool);
  return {
    queue: (name) => new Queue(`${prefix}-${name}`, { connection: pool }),
    worker: (name, run, options) => new Worker(`${prefix}-${name}`, run, { connection: pool, ...options }),
    relay: () =>
      new Relay({
        connection: pool,
        backend: createPostgresRelayBackend,
        namespace: prefix,
        leaseDuration: LEASE_MS,
      }),
    check: async () => void (await pool.query("select 1")),
    // Whoever closes twice means it once.
    close: async () => (pool.ending ? undefined : pool.end()),
  };
}

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, DEFAULT_SCHEMA);
  } finally {
    client.release();
  }
}
