import type pg from "pg";
import { Refusal } from "../refusal";
import { findMigrations, findTables } from "./describe-database";
import { type Header, tableName } from "./format";

const NEW_ONE = "Make a new one with CREATE DATABASE, and restore into that.";

/**
 * Refuses a database that holds anything. Empty tables of the backup's migrations are what a restore leaves
 * that was broken off, so that it can be said again.
 */
export async function mustBeEmpty(client: pg.ClientBase, header: Header): Promise<void> {
  const migrations = await findMigrations(client);
  // Tables of something else are refused when the migrations begin.
  if (migrations === null) return;
  for (const table of await findTables(client)) {
    const { rowCount } = await client.query(`SELECT FROM ${tableName(table)} LIMIT 1`);
    if (rowCount) {
      throw new Refusal(
        `The database is not empty: there are rows in its table ${table.name}. A backup is restored into an empty database only. ${NEW_ONE}`,
      );
    }
  }
  const newer = migrations.find((name) => !header.migrations.includes(name));
  if (newer !== undefined) {
    throw new Refusal(
      `The database holds the empty tables of a newer version than the backup's (migration ${newer}). ${NEW_ONE}`,
    );
  }
}
