import type { PoolClient } from "@heddle/db";

/**
 * Until the end of the transaction rows are found by their keys, whatever the planner thinks: there are some
 * thousand of them at most, and with a short history or old statistics it would read whole tables.
 */
export async function preferKeys(client: PoolClient): Promise<void> {
  await client.query(
    "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off",
  );
}

/**
 * At the end of a lateral subquery: it is run for each row that it depends on. Without this the planner, which takes
 * a project of a table without statistics to have few rows, reads all of them and compares each with each.
 */
export const ONE_BY_ONE = "offset 0";
