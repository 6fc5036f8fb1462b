import pg from "pg";
import { ensurePartitions } from "../partition/ensure-partitions";
import { applyPatiently } from "./apply-patiently";
import { checkDatabase } from "./check-database";
import { describeFailure } from "./describe-failure";
import { MIGRATIONS_DIR } from "./migrations-folder";

const PATIENCE_MS = 10 * 60_000;

interface Options {
  url: string;
  log?: (line: string) => void;
  folder?: string;
  /** How long a migration waits for transactions that use its tables. */
  patienceMs?: number;
}

/**
 * Applies what is missing of prisma/migrations while the version before it serves: each in a transaction of its
 * own, so that its locks end with it. Returns the names of those applied. Throws a `DatabaseProblem`.
 */
export async function migrate(options: Options): Promise<string[]> {
  const { url, log = () => {}, folder = MIGRATIONS_DIR, patienceMs = PATIENCE_MS } = options;
  const missing = await checkDatabase(url, folder);
  // One connection, so that everything the engine does falls into the transaction opened for it.
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    application_name: "heddle-migrate",
  });
  pool.on("error", () => {});
  const applied: string[] = [];
  try {
    for (const name of missing)
      applied.push(...(await applyPatiently({ pool, folder, name, log, patienceMs })));
    await ensurePartitions(pool, new Date());
    return applied;
  } catch (error) {
    throw describeFailure(error, applied);
  } finally {
    await pool.end();
  }
}
