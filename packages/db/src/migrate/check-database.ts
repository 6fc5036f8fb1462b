import pg from "pg";
import { DatabaseProblem } from "../database-problem";
import { MIGRATIONS_DIR, migrationNames } from "./migrations-folder";

const OLDEST_VERSION = 15;

/** Where a URL leads, without its password. */
export function place(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
  } catch {
    throw new DatabaseProblem(
      "DATABASE_URL is not a URL. Write it as postgresql://user:password@host:5432/database.",
    );
  }
}

async function connect(url: string): Promise<pg.Client> {
  const where = place(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const reason = cause instanceof AggregateError ? cause.errors.join(", ") : (cause as Error).message;
    throw new DatabaseProblem(
      `The database at ${where} cannot be reached: ${reason}. Check that PostgreSQL runs there and that DATABASE_URL is right.`,
      { cause },
    );
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ found: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
  );
  if (!rows[0]?.found) return [];
  const applied = await client.query<{ migration_name: string }>(
    `SELECT migration_name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return applied.rows.map((row) => row.migration_name);
}

async function checkServer(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, pg_encoding_to_char(encoding) AS encoding
     FROM pg_database WHERE datname = current_database()`,
  );
  const { version = 0, encoding = "" } = rows[0] ?? {};
  if (version < OLDEST_VERSION) {
    throw new DatabaseProblem(
      `The database at ${place(url)} runs PostgreSQL ${version}; Heddle needs ${OLDEST_VERSION} or newer. Upgrade the server.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new DatabaseProblem(
      `The database at ${place(url)} is encoded in ${encoding}; Heddle needs UTF8. Make a new one with CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}

/** The migrations that this version brings, and those that the database has. */
async function compare(url: string, folder: string): Promise<{ known: string[]; applied: string[] }> {
  const client = await connect(url);
  try {
    await checkServer(client, url);
    return { known: await migrationNames(folder), applied: await appliedMigrations(client) };
  } finally {
    await client.end();
  }
}

/**
 * Refuses a database that this version cannot migrate: out of reach, older than PostgreSQL 15, not in
 * UTF-8, or migrated by a newer version. Returns the migrations that it lacks. Throws a `DatabaseProblem`.
 */
export async function checkDatabase(url: string, folder = MIGRATIONS_DIR): Promise<string[]> {
  const { known, applied } = await compare(url, folder);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return known.filter((name) => !applied.includes(name));
  throw new DatabaseProblem(
    `The data at ${place(url)} was made by a newer version of Heddle (migration ${unknown.at(-1)}). Start that version or a later one, or use another database.`,
  );
}

/**
 * Refuses a database that this version cannot serve. One that a newer version has migrated is in order: that
 * version may be about to take over.
 */
export async function checkMigrated(url: string, folder = MIGRATIONS_DIR): Promise<void> {
  const { known, applied } = await compare(url, folder);
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length === 0) return;
  const more = missing.length === 1 ? "" : ` and ${missing.length - 1} after it`;
  throw new DatabaseProblem(
    `The database at ${place(url)} lacks the migration ${missing[0]}${more}. Run heddle-admin migrate of this version.`,
  );
}
