import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { DatabaseProblem } from "../database-problem";
import { USER_NAME } from "./initialise";

const DATABASE_NAME = "heddle";
/** How long to wait, by error: while the server recovers (57P03), and until it listens. */
const PATIENCE_MS: Record<string, number> = { "57P03": 300_000, ECONNREFUSED: 5000 };

/** Where the embedded server's database is reached. */
export function serverUrl(port: number, password: string): string {
  return `postgresql://${USER_NAME}:${password.trim()}@127.0.0.1:${port}/${DATABASE_NAME}`;
}

/** Makes the database on a server that may still be recovering. */
export async function ensureDatabase(url: string): Promise<void> {
  const client = await connect(url.replace(/[^/]+$/, "postgres"));
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const start = Date.now();
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (cause) {
      const error = cause as NodeJS.ErrnoException;
      if (Date.now() - start > (PATIENCE_MS[error.code ?? ""] ?? 0)) {
        throw new DatabaseProblem(`The embedded database does not answer: ${error.message}`, { cause });
      }
      await sleep(100);
    }
  }
}
