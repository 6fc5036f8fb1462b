import pg from "pg";
import { DatabaseProblem } from "../database-problem";
import { ensurePartitions } from "../partition/ensure-partitions";
import { checkDatabase } from "./check-database";
import { MIGRATIONS_DIR, readMigrations, readSchema } from "./migrations-folder";
import { createSchemaEngine } from "./schema-engine";

/** The key that `prisma migrate deploy` locks, so that the two exclude each other. */
const LOCK_KEY = 72_707_369;

async function lock(pool: pg.Pool, log: (line: string) => void): Promise<void> {
  const { rows } = await pool.query<{ free: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS free", [
    LOCK_KEY,
  ]);
  if (rows[0]?.free) return;
  log("Another process is migrating this database; waiting for it.");
  await pool.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
}

/** The engine numbers its errors and wraps the database's own; the last cause says most. */
function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Applies what is missing of prisma/migrations, all in one transaction, so that an interrupted or failed
 * deploy leaves the database as it was. Returns the names of the migrations that it applied.
 */
export async function migrate(options: {
  url: string;
  log?: (line: string) => void;
  folder?: string;
}): Promise<string[]> {
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
    await pool.query("BEGIN");
    await lock(pool, log);
    const engine = await createSchemaEngine(pool, await readSchema());
    const migrationsList = await readMigrations(folder);
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: { externalTables: [], externalEnums: [] },
    });
    await pool.query("COMMIT");
    await ensurePartitions(pool, new Date());
    return appliedMigrationNames;
  } catch (cause) {
    throw new DatabaseProblem(`The database could not be migrated, and is unchanged: ${describe(cause)}`, {
      cause,
    });
  } finally {
    await pool.end();
  }
}
