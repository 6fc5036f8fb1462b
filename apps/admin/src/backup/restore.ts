import { migrate } from "@heddle/db/migrate";
import type pg from "pg";
import { Refusal } from "../refusal";
import { type Header, sequenceStatement, type Tally, tableName } from "./format";
import { unpack } from "./gzip";
import { mustBeEmpty } from "./must-be-empty";
import { mustBeKnown, withMigrationsOf } from "./past-migrations";
import { readBackup } from "./read-backup";
import { fingerprint } from "./secret-fingerprint";
import { openSession } from "./session";
import { prepareTables, takeIn } from "./take-in";

interface Restore {
  url: string;
  /** The bytes of the backup's file. */
  file: AsyncIterable<Buffer>;
  /** Of the instance that will use the database; null to take over a backup of any. */
  secret: string | null;
  tally: Tally;
  log: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Fills an empty database from a backup: all of it, or nothing but empty tables. Returns what the backup says
 * about itself. Throws a `Refusal` or a `DatabaseProblem`.
 */
export async function restore(args: Restore): Promise<Header> {
  const { url, tally, log, signal } = args;
  const session: { client?: pg.Client } = {};
  const client = () => session.client ?? Promise.reject(new Error("the header comes first"));
  // Ends a statement that is under way as well, and with it the transaction.
  const stop = () => void session.client?.end();
  signal.addEventListener("abort", stop);
  try {
    const header = await readBackup(unpack(args.file), {
      tally,
      header: async (header) => {
        await mustBeKnown(header);
        mustFit(header, args.secret);
        session.client = await begin(url, header);
        signal.throwIfAborted();
      },
      table: async (table, rows) => takeIn(await client(), table, rows),
    });
    await finish(await client(), header);
    await upgrade(url, log);
    return header;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    await session.client?.end();
  }
}

/** Makes the tables as they were, and opens the transaction that fills them. */
async function begin(url: string, header: Header): Promise<pg.Client> {
  const client = await openSession(url, "heddle-restore");
  try {
    await mustBeEmpty(client, header);
    await withMigrationsOf(header, (folder) => migrate({ url, folder }));
    await client.query("BEGIN");
    await prepareTables(client, header);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function finish(client: pg.Client, header: Header): Promise<void> {
  for (const sequence of header.sequences) await client.query(sequenceStatement(sequence));
  for (const table of header.tables) await client.query(`ANALYZE ${tableName(table)}`);
  await client.query("COMMIT");
}

async function upgrade(url: string, log: Restore["log"]): Promise<void> {
  try {
    for (const name of await migrate({ url, log })) log(`Applied ${name}, which is newer than the backup.`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal(
      `All of the backup is in the database. What is newer than the backup could not be applied: ${reason} Say heddle-admin migrate when that is mended.`,
    );
  }
}

function mustFit(header: Header, secret: string | null): void {
  if (secret === null || fingerprint(secret) === header.secret) return;
  throw new Refusal(
    "The backup was made under another HEDDLE_SECRET. With this one nobody could use what hangs on it: API keys, addresses and signing keys of alert channels, sessions, and links of invitations and password resets. Set HEDDLE_SECRET to the secret of then; or, if that is lost, say --other-secret, and make keys and channels anew.",
  );
}
