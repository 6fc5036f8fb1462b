import type { Tx } from "@heddle/db";

export interface Table {
  name: string;
  /** What an index has after `project_id`, and no two rows of a project have in common. */
  key: readonly string[];
}

/** Tables whose rows belong to a run, by `run_id`; the largest come first. */
export const TABLES_OF_RUNS = [
  { name: "column_stat", key: ["run_id", "node", "task", "attribute", "column"] },
  { name: "node_attribute", key: ["run_id", "node", "task", "name"] },
  { name: "node_run", key: ["run_id", "node", "task"] },
  { name: "run_batch", key: ["run_id", "writer", "batch"] },
] as const satisfies Table[];

interface Picked {
  /** Which rows; `$1` and so on are the values. */
  condition: string;
  values: unknown[];
}

/**
 * Deletes the first `limit` of the picked rows by their key, and returns how many. The key of the first row
 * that stays is looked up before, so that both statements are plain walks along an index, whatever the
 * statistics of the tables are at that moment.
 */
export async function deleteSome(tx: Tx, table: Table, picked: Picked, limit: number): Promise<number> {
  const { condition, values } = picked;
  const [end] = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    endSql(table, condition, limit),
    ...values,
  );
  if (!end) return await tx.$executeRawUnsafe(deleteSql(table, condition), ...values);
  const bounds = table.key.map((column) => end[column]);
  const text = deleteSql(table, condition, values.length);
  return await tx.$executeRawUnsafe(text, ...values, ...bounds);
}

const columnsOf = ({ key }: Table) => key.map((column) => `"${column}"`).join(", ");

export function endSql(table: Table, condition: string, limit: number): string {
  const columns = columnsOf(table);
  return `select ${columns} from ${table.name} where ${condition} order by ${columns} offset ${limit} limit 1`;
}

/** `bound`: the key of the end comes after so many values. */
export function deleteSql(table: Table, condition: string, bound?: number): string {
  const all = `delete from ${table.name} where ${condition}`;
  if (bound === undefined) return all;
  const places = table.key.map((_, index) => `$${bound + index + 1}`).join(", ");
  return `${all} and (${columnsOf(table)}) < (${places})`;
}

/** Makes the planner walk along keys. Right after many deletions its statistics may suggest to read all. */
export async function preferKeys(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
}
