import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, type Database } from "../create-database";
import { urlOf } from "./server";
import { withAdmin } from "./with-admin";

export interface TestDatabase extends Database {
  url: string;
}

const databases: Database[] = [];
const names: string[] = [];

/** A migrated, empty database for one test file; it is closed and dropped after the file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = await createRawDatabase(`TEMPLATE ${inject("testServer").template}`);
  const db = createDatabase({ url });
  databases.push(db);
  return { ...db, url };
}

/** A database without our tables, made with the given clause of CREATE DATABASE; dropped after the file. */
export async function createRawDatabase(clause: string): Promise<string> {
  const server = inject("testServer");
  const name = `${server.prefix}${randomBytes(6).toString("hex")}`;
  await withAdmin(server.url, (client) => client.query(`CREATE DATABASE ${name} ${clause}`));
  names.push(name);
  return urlOf(server.url, name);
}

/** Ends what a test file opened. */
export async function dropTestDatabases(): Promise<void> {
  for (const db of databases.splice(0)) await db.close();
  const created = names.splice(0);
  if (created.length === 0) return;
  await withAdmin(inject("testServer").url, async (client) => {
    for (const name of created) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}
