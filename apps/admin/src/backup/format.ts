import pg from "pg";
import { z } from "zod";

/*
 * A backup is gzip over text that psql can read, too:
 *
 *   -- Heddle backup, format 1
 *   -- {header}
 *   COPY public."run" ("project_id", ...) FROM stdin;        for each table of the header, in its order
 *   ...rows as COPY writes them...
 *   \.
 *   -- {"rows":12,"sha256":"..."}                             of the rows
 *   SELECT pg_catalog.setval('public.outbox_id_seq', 7, true); for each sequence of the header
 *   -- {"tables":1,"rows":12,"sha256":"..."}                  of all lines that are not rows
 *
 * So the last line vouches for all of it, and nothing may follow it.
 */

export const FORMAT = 1;
export const FIRST_LINE = "-- Heddle backup, format ";

const tableSchema = z.object({ name: z.string().min(1), columns: z.array(z.string().min(1)).min(1) });
const sequenceSchema = z.object({
  name: z.string().regex(/^[a-z0-9_]+$/),
  value: z.string().regex(/^\d{1,19}$/),
  called: z.boolean(),
});

export const headerSchema = z.object({
  /** Version of Heddle. */
  heddle: z.string(),
  postgres: z.string(),
  createdAt: z.iso.datetime(),
  /** Names of the migrations that the database had, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** Months that have partitions, as 2026-11. */
  months: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
  sequences: z.array(sequenceSchema),
  /** Fingerprint of the instance's secret. */
  secret: z.string(),
  tables: z.array(tableSchema),
});

export const tableEndSchema = z.object({ rows: z.int().min(0), sha256: z.string() });
export const endSchema = z.object({ tables: z.int(), rows: z.int(), sha256: z.string() });

export type Header = z.infer<typeof headerSchema>;
export type BackupTable = z.infer<typeof tableSchema>;
type Sequence = z.infer<typeof sequenceSchema>;

/** What a backup or a restore has done so far. */
export interface Tally {
  table: string;
  tables: number;
  rows: number;
  /** Of rows, as text. */
  bytes: number;
}

export function newTally(): Tally {
  return { table: "", tables: 0, rows: 0, bytes: 0 };
}

export const COMMENT = "-- ";

export const commentLine = (value: object): string => `${COMMENT}${JSON.stringify(value)}\n`;

export const columnList = ({ columns }: BackupTable): string => columns.map(pg.escapeIdentifier).join(", ");

export const tableName = ({ name }: BackupTable): string => `public.${pg.escapeIdentifier(name)}`;

/** Begins a table's rows; also the statement that takes them in. */
export const copyStatement = (table: BackupTable): string =>
  `COPY ${tableName(table)} (${columnList(table)}) FROM stdin`;

export const sequenceStatement = ({ name, value, called }: Sequence): string =>
  `SELECT pg_catalog.setval('public.${name}', ${value}, ${called})`;

/** How many rows a piece of COPY's text ends: a line break inside a value is written as \n. */
export function countRows(chunk: Buffer): number {
  let rows = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++;
  return rows;
}
