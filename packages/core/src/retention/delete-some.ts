import type { Tx } from "@heddle/db";

export interface Table {
  name: string;
  /** Its primary key, after project_id. */
  key: readonly string[];
}

/** Tables whose rows belong to a run, by `run_id`; in this order their sizes fall. */
export const TABLES_OF_RUNS = [
  { name: "column_stat", key: ["run_id", "node", "task", "attribute", "column"] },
  { name: "node_attribute", key: ["run_id", "node", "task", "name"] },
  { name: "node_run", key: ["run_id", "node", "task"] },
] as const satisfies Table[];

/**
 * The statement that deletes at most `limit` rows of those that `condition` picks. It is stated twice so that
 * partitions outside of it are left alone on both sides.
 */
export function deleteSomeSql({ name, key }: Table, condition: string, limit: number): string {
  const columns = key.map((column) => `"${column}"`).join(", ");
  return `delete from ${name} where ${condition} and (${columns}) in (
    select ${columns} from ${name} where ${condition} limit ${limit})`;
}

/**
 * Makes the planner look rows up by their key. Right after many deletions its statistics suggest to read
 * whole tables instead.
 */
export async function preferKeys(tx: Tx): Promise<void> {
  await tx.$executeRawUnsafe(
    `SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
       set_config('enable_seqscan', 'off', true)`,
  );
}
