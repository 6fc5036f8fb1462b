import pg from "pg";
import { DatabaseProblem } from "../database-problem";
import { ensurePartitions } from "../partition/ensure-partitions";
import { checkDatabase } from "./check-database";
import { MIGRATIONS_DIR, readMigrations, readSchema } from "./migrations-folder";
import { createSchemaEngine } from "./schema-engine";

/** The key that `prisma migrate deploy` locks, so that the two exclude each other. A backup shares it. */
export const LOCK_KEY = 72_707_369;

/** The engine's code for a database with tables, none of them its own. */
const NOT_EMPTY = "P3005";

type Log = (line: string) => void;

/**
 * Applies what is missing of prisma/migrations, all in one transaction, so that an interrupted or failed
 * deploy leaves the database as it was. Returns the names of the migrations that it applied. Throws a
 * `DatabaseProblem`.
 */
export async function migrate(options: { url: string; log?: Log; folder?: string }): Promise<string[]> {
  const { url, log = () => {}, folder = MIGRATIONS_DIR } = options;
  await checkDatabase(url, folder);
  // One connection, so that everything the engine does falls into the transaction opened here.
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    application_name: "heddle-migrate",
  });
  pool.on("error", () => {});
  try {
    const applied = await applyAll(pool, folder, log).catch(explain);
    await ensurePartitions(pool, new Date());
    return applied;
  } finally {
    await pool.end();
  }
}

async function applyAll(pool: pg.Pool, folder: string, log: Log): Promise<string[]> {
  await pool.query("BEGIN");
  await lock(pool, log);
  const engine = await createSchemaEngine(pool, await readSchema());
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: await readMigrations(folder),
    filters: { externalTables: [], externalEnums: [] },
  });
  await pool.query("COMMIT");
  return appliedMigrationNames;
}

async function lock(pool: pg.Pool, log: Log): Promise<void> {
  const { rows } = await pool.query<{ free: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS free", [
    LOCK_KEY,
  ]);
  if (rows[0]?.free) return;
  log("Another process is migrating or backing up this database; waiting for it.");
  await pool.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
}

/** The engine buries the migration's name and the database's words in a trace of its own. */
function explain(cause: unknown): never {
  if (cause instanceof Error && "code" in cause && cause.code === NOT_EMPTY) {
    throw new DatabaseProblem(
      "The database already holds tables of something else. Make an empty one with CREATE DATABASE and point DATABASE_URL at it.",
      { cause },
    );
  }
  const text = cause instanceof Error ? cause.message : String(cause);
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  const reason = /Error querying the database: (.*)/.exec(text)?.[1] ?? text;
  throw new DatabaseProblem(
    `The database could not be migrated, and is unchanged${name ? `. In ${name}` : ""}: ${reason}`,
    { cause },
  );
}
