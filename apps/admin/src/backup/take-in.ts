import { pipeline } from "node:stream/promises";
import { LOCK_KEY } from "@heddle/db/migrate";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import { damaged } from "./damaged";
import { findTables } from "./describe-database";
import { type BackupTable, copyStatement, type Header, tableName } from "./format";
import { mustBeEmpty } from "./must-be-empty";

/** Within the transaction: keeps everybody else from writing and migrating, and makes the partitions. */
export async function prepareTables(client: pg.ClientBase, header: Header): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock_shared($1)", [LOCK_KEY]);
  const tables = await findTables(client);
  await client.query(`LOCK TABLE ${tables.map(tableName).join(", ")} IN EXCLUSIVE MODE`);
  await mustBeEmpty(client, header);
  const found = new Map(tables.map((table) => [table.name, shape(table)]));
  for (const table of header.tables) {
    if (found.get(table.name) !== shape(table)) {
      throw damaged(`its table ${table.name} is not the one that its migrations make`);
    }
  }
  for (const month of header.months) {
    await client.query("SELECT public.ensure_partitions($1::date)", [`${month}-01`]);
  }
}

const shape = ({ columns }: BackupTable) => JSON.stringify(columns.toSorted());

/** Copies rows into a table and says how many the server took. */
export async function takeIn(
  client: pg.ClientBase,
  table: BackupTable,
  rows: AsyncIterable<Buffer>,
): Promise<number> {
  const copy = client.query(copyStreams.from(copyStatement(table)));
  await pipeline(rows, copy);
  return copy.rowCount;
}
