import { withSystemClient } from "@heddle/db";
import type { UpkeepContext } from "./operator";

export interface DatabaseFacts {
  /** Of the server, as it says it. */
  version: string;
  bytes: number;
  /** Connections of everybody, and how many the server takes. */
  connections: number;
  mostConnections: number;
}

/** What an operator wants to know of the database. */
export async function readDatabaseFacts({ ctx }: { ctx: UpkeepContext }): Promise<DatabaseFacts> {
  return await withSystemClient(ctx.db, async (client) => {
    const { rows } = await client.query<DatabaseFacts>(FACTS);
    return rows[0] ?? { version: "", bytes: 0, connections: 0, mostConnections: 0 };
  });
}

const FACTS = `
  select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
    (select sum(numbackends)::int from pg_stat_database) as connections,
    current_setting('max_connections')::int as "mostConnections"`;
