import type { Database } from "../create-database";
import { withSystemClient } from "../scope/client-transaction";
import { MONTHS_BEHIND } from "./ensure-partitions";

/** Tables of what belongs to runs; the largest come first. */
const DETAILS = ["column_stat", "node_attribute", "node_run", "run_batch"];

/** A month that has partitions of its own. */
export interface Month {
  /** Its first day, as PostgreSQL has dates. */
  first: string;
  /** The moments at which it begins, and at which the next one does. */
  begins: Date;
  ends: Date;
}

/** The months with partitions that ended before `time`, but for those which `ensurePartitions` would make again. */
export async function findMonthsBefore(db: Database, time: Date, now: Date): Promise<Month[]> {
  const made = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS_BEHIND, 1);
  const { rows } = await withSystemClient(db, (client) =>
    client.query<{ first: string }>(FIND, [new Date(Math.min(time.getTime(), made))]),
  );
  return rows.map(({ first }) => {
    const begins = new Date(`${first}T00:00:00Z`);
    return { first, begins, ends: new Date(Date.UTC(begins.getUTCFullYear(), begins.getUTCMonth() + 1, 1)) };
  });
}

const FIND = `
  select distinct to_char(month, 'YYYY-MM-DD') as first from pg_inherits
  join pg_class c on c.oid = inhrelid
  cross join lateral to_date(substring(c.relname from '_(\\d{4}_\\d\\d)$'), 'YYYY_MM') as month
  where inhparent = any(array['run', 'node_run', 'node_attribute', 'column_stat', 'run_batch']::regclass[])
    and (month + interval '1 month') at time zone 'UTC' <= $1
  order by first`;

/**
 * Drops what a month has of details, each table in a transaction of its own, and its runs once nobody has any. Fails
 * when a table is in use for long, to be called again; what is gone then stays gone. Returns whether all is.
 */
export async function dropMonth(db: Database, { first }: Month): Promise<boolean> {
  let gone = true;
  for (const table of [...DETAILS, "run"]) {
    const { rows } = await withSystemClient(db, (client) =>
      client.query<{ gone: boolean }>("select public.drop_partition($1, $2::date) as gone", [table, first]),
    );
    gone &&= rows[0]?.gone ?? false;
  }
  return gone;
}
