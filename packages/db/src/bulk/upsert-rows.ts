import pg, { type ClientBase } from "pg";
import { type Column, carrier, cast } from "./column";
import { encodeColumn } from "./encode-column";

/** What to do with a row whose key exists: keep the old one, or replace its other columns. */
export type OnConflict = "ignore" | "replace";

interface Upsert {
  table: string;
  columns: readonly Column[];
  /** Columns of the unique key that a conflict is about. */
  key: readonly string[];
  rows: readonly Record<string, unknown>[];
  onConflict: OnConflict;
}

/**
 * Writes many rows in one statement and returns how many were inserted or changed. Text is sanitised.
 * With "replace", two rows of one call must not have the same key.
 */
export async function upsertRows(client: ClientBase, upsert: Upsert): Promise<number> {
  const { table, columns, rows } = upsert;
  if (rows.length === 0) return 0;
  const names = columns.map((column) => quote(column.name)).join(", ");
  const arrays = columns.map((column, i) => `$${i + 1}::${carrier(column.type)}[]`).join(", ");
  const picked = columns.map((column) => `${quote(column.name)}::${cast(column.type)}`).join(", ");
  const { rowCount } = await client.query(
    `INSERT INTO ${quote(table)} (${names})
     SELECT ${picked} FROM unnest(${arrays}) AS incoming (${names})
     ${conflictClause(upsert)}`,
    columns.map((column) => encodeColumn(table, column, rows)),
  );
  return rowCount ?? 0;
}

function conflictClause({ columns, key, onConflict }: Upsert): string {
  if (onConflict === "ignore") return "ON CONFLICT DO NOTHING";
  const others = columns.filter((column) => !key.includes(column.name)).map((column) => quote(column.name));
  const update = others.map((name) => `${name} = excluded.${name}`).join(", ");
  return `ON CONFLICT (${key.map(quote).join(", ")}) DO UPDATE SET ${update}`;
}

function quote(name: string): string {
  return pg.escapeIdentifier(name);
}
