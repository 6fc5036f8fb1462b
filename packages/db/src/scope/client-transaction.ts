import type { PoolClient } from "pg";
import type { Database } from "../create-database";
import { type Scope, SET_SCOPE, SET_SYSTEM } from "./scope";

/** As `withScope`, on a plain pg client, for bulk statements. */
export function withScopeClient<T>(
  db: Database,
  scope: Scope,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return transaction(db, SET_SCOPE, [scope.organizationId, scope.projectId], work);
}

/** As `withSystem`, on a plain pg client, for bulk statements. */
export function withSystemClient<T>(db: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return transaction(db, SET_SYSTEM, [], work);
}

async function transaction<T>(
  db: Database,
  begin: string,
  values: string[],
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect();
  // A connection that breaks between two queries reports here; the next query fails by itself.
  const ignore = () => {};
  client.on("error", ignore);
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    await client.query(begin, values);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.off("error", ignore);
    client.release(broken);
  }
}
