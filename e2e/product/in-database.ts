import { findEmbedded } from "@heddle/db/embedded";
import pg from "pg";
import type { Product } from "./start-product";

/** Runs a statement in the product's own database, as its owner. */
export async function inDatabase<Row extends pg.QueryResultRow>(
  { dataDir }: Product,
  sql: string,
  values: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: (await findEmbedded(dataDir)) ?? "" });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
