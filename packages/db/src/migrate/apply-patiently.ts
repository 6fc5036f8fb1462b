import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { DatabaseProblem } from "../database-problem";
import { readMigrations, readSchema } from "./migrations-folder";
import { createSchemaEngine } from "./schema-engine";

/** The key that `prisma migrate deploy` locks, so that the two exclude each other. A backup shares it. */
export const LOCK_KEY = 72_707_369;

/**
 * Whoever comes after a statement that waits for a table waits behind it, so it waits no longer than this. More
 * than `deadlock_timeout` (1 s), after which an autovacuum gives way.
 */
const LOCK_TIMEOUT_MS = 2000;
const PAUSE_MS = { first: 1000, longest: 30_000 };

interface Step {
  pool: pg.Pool;
  folder: string;
  name: string;
  log: (line: string) => void;
  /** So long it is tried again; waiting for others who migrate or back up does not count. */
  patienceMs: number;
}

/**
 * Applies one migration, tried again while other transactions use its tables. Returns its name, or nothing when
 * another process was faster.
 */
export async function applyPatiently(step: Step): Promise<string[]> {
  const { pool, name, log, patienceMs } = step;
  let deadline: number | undefined;
  for (let pause = PAUSE_MS.first; ; pause = Math.min(2 * pause, PAUSE_MS.longest)) {
    try {
      return await apply(step);
    } catch (error) {
      await pool.query("ROLLBACK").catch(() => {});
      if (!isLockTimeout(error)) throw error;
    }
    const busy = `${name} needs a table that other transactions use${await oldestTransaction(pool)}`;
    deadline ??= performance.now() + patienceMs;
    if (performance.now() >= deadline) {
      throw new DatabaseProblem(
        `${busy}. It was not applied, and nothing else stopped for it. Wait for their end, or end them, and migrate again.`,
      );
    }
    log(`${busy}; trying again in ${pause / 1000} s.`);
    await wait(pause);
  }
}

async function apply({ pool, folder, name, log }: Step): Promise<string[]> {
  await pool.query("BEGIN");
  // A role may have limits of its own, which are meant for requests.
  await pool.query("SET LOCAL statement_timeout = 0");
  await pool.query("SET LOCAL lock_timeout = 0");
  await lock(pool, log);
  await pool.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
  const engine = await createSchemaEngine(pool, await readSchema());
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: await readMigrations(folder, name),
    filters: { externalTables: [], externalEnums: [] },
  });
  await pool.query("COMMIT");
  return appliedMigrationNames;
}

async function lock(pool: pg.Pool, log: Step["log"]): Promise<void> {
  const { rows } = await pool.query<{ free: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS free", [
    LOCK_KEY,
  ]);
  if (rows[0]?.free) return;
  log("Another process is migrating or backing up this database; waiting for it.");
  await pool.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes("SQLSTATE 55P03");
}

/** Who most likely is in the way: ": process 12 (pg_dump), since 14:03:07 UTC". */
async function oldestTransaction(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ text: string }>(
    `SELECT format(': process %s (%s), since %s UTC', pid, application_name, to_char(xact_start AT TIME ZONE 'UTC', 'HH24:MI:SS')) AS text
     FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
     ORDER BY xact_start LIMIT 1`,
  );
  return rows[0]?.text ?? "";
}
