import { checkDatabase } from "@heddle/db/migrate";
import pg from "pg";

/**
 * No deadline of the role or the database may end hours of work; rows that a policy would hide are an error
 * instead; values are written so that any server reads them back the same.
 */
const SETTINGS = {
  statement_timeout: "0",
  lock_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  transaction_timeout: "0",
  row_security: "off",
  client_encoding: "UTF8",
  search_path: "pg_catalog",
  TimeZone: "UTC",
  DateStyle: "ISO, YMD",
  IntervalStyle: "postgres",
  extra_float_digits: "1",
  bytea_output: "hex",
};

/** A connection of its own for a backup or a restore, to a database that this version can work with. */
export async function openSession(url: string, name: string): Promise<pg.Client> {
  await checkDatabase(url);
  const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true });
  // What breaks the connection fails the query that runs; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  // Some settings are younger than PostgreSQL 15; pg_settings gives those that there are.
  await client.query(
    `SELECT set_config(name, value, false) FROM json_each_text($1) AS wanted(name, value)
     WHERE EXISTS (SELECT FROM pg_settings s WHERE lower(s.name) = lower(wanted.name))`,
    [JSON.stringify(SETTINGS)],
  );
  return client;
}
