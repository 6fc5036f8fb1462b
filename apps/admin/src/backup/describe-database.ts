import type pg from "pg";
import type { BackupTable, Header } from "./format";
import { KEPT } from "./tables";

/** The tables of a backup that a database has, with the columns that can be written, in the backup's order. */
export async function findTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY ($1)
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY array_position($1::name[], c.relname)`,
    [KEPT],
  );
  return rows;
}

/** Names of the migrations that a database has, oldest first; null when it was never migrated. */
export async function findMigrations(client: pg.ClientBase): Promise<string[] | null> {
  const { rows } = await client.query<{ found: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found",
  );
  if (!rows[0]?.found) return null;
  const applied = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return applied.rows.map((row) => row.name);
}

/** Months for which there are partitions. */
export async function findMonths(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `SELECT DISTINCT replace(right(relname, 7), '_', '-') AS month FROM pg_class
     WHERE relnamespace = to_regnamespace('partition') AND relispartition AND relname ~ '_\\d{4}_\\d{2}$'
     ORDER BY month`,
  );
  return rows.map((row) => row.month);
}

/** Where the sequences stand. They are beyond transactions: read after a snapshot, they are past all that it shows. */
export async function findSequences(client: pg.ClientBase): Promise<Header["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY name",
  );
  const found: Header["sequences"] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM public.${name}`,
    );
    if (state[0]) found.push({ name, ...state[0] });
  }
  return found;
}
