import { readFile } from "node:fs/promises";
import { LOCK_KEY } from "@heddle/db/migrate";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import { Refusal } from "../refusal";
import { findMigrations, findMonths, findSequences, findTables } from "./describe-database";
import { type BackupTable, columnList, type Header, type Tally, tableName } from "./format";
import { pack } from "./gzip";
import { fingerprint } from "./secret-fingerprint";
import { openSession } from "./session";
import { writeBackup } from "./write-backup";

interface Backup {
  url: string;
  secret: string;
  /** Takes the file's bytes as they come. */
  write: (file: AsyncIterable<Buffer>) => Promise<void>;
  tally: Tally;
  log: (line: string) => void;
  signal: AbortSignal;
}

/** Writes one moment of a database, while it is served. Returns what the backup says about itself. */
export async function backUp({ url, secret, write, tally, log, signal }: Backup): Promise<Header> {
  const client = await openSession(url, "heddle-backup");
  // Fails the query that is under way, whatever it waits for.
  const stop = () => void client.end();
  signal.addEventListener("abort", stop);
  try {
    signal.throwIfAborted();
    await waitForMigrations(client, log);
    const tables = await openSnapshot(client);
    const header = await describe(client, tables, secret);
    await write(pack(writeBackup({ header, tally, rows: (table) => copyOut(client, table) })));
    return header;
  } finally {
    signal.removeEventListener("abort", stop);
    // Ends the transaction, too, and a COPY that was broken off.
    await client.end();
  }
}

/**
 * Shared with other backups. While it is held a migration waits before it touches a table; otherwise its wait
 * for a table would stop everybody behind it.
 */
async function waitForMigrations(client: pg.ClientBase, log: Backup["log"]): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>("SELECT pg_try_advisory_lock_shared($1) AS free", [
    LOCK_KEY,
  ]);
  if (rows[0]?.free) return;
  log("The database is being migrated; waiting for the end of that.");
  await client.query("SELECT pg_advisory_lock_shared($1)", [LOCK_KEY]);
}

/** LOCK takes no snapshot, the first query after it does: so no table can change its shape in between. */
async function openSnapshot(client: pg.ClientBase): Promise<BackupTable[]> {
  const tables = await findTables(client);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  if (tables.length > 0) {
    await client.query(`LOCK TABLE ${tables.map(tableName).join(", ")} IN ACCESS SHARE MODE`);
  }
  return tables;
}

async function describe(client: pg.ClientBase, tables: BackupTable[], secret: string): Promise<Header> {
  const migrations = await findMigrations(client);
  if (!migrations?.length || tables.length === 0) {
    throw new Refusal("There is no Heddle in this database. Check DATABASE_URL.");
  }
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  return {
    heddle: await versionOfHeddle(),
    postgres: rows[0]?.version ?? "",
    createdAt: new Date().toISOString(),
    migrations,
    months: await findMonths(client),
    sequences: await findSequences(client),
    secret: fingerprint(secret),
    tables,
  };
}

/** A partitioned table can only be copied as a query. */
function copyOut(client: pg.ClientBase, table: BackupTable): AsyncIterable<Buffer> {
  const query = `COPY (SELECT ${columnList(table)} FROM ${tableName(table)}) TO STDOUT`;
  return client.query(copyStreams.to(query, { highWaterMark: 1 << 20 }));
}

async function versionOfHeddle(): Promise<string> {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
}
