import { createDatabase, type Database } from "@heddle/db";

/** The database as its owner sees it, past roles and row-level security. */
export interface Owner {
  db: Database;
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openOwner(databaseUrl: string): Promise<Owner> {
  const db = createDatabase({ url: databaseUrl, maxConnections: 4 });
  return {
    db,
    close: () => db.close(),
    async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
      const client = await db.pool.connect();
      try {
        await client.query("set role none; set statement_timeout = 0");
        return (await client.query<Row>(sql, values)).rows;
      } finally {
        client.release(true);
      }
    },
  };
}
