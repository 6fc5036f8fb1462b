import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, type Database } from "../create-database";
import { urlOf } from "./server";
import { withAdmin } from "./with-admin";

export interface TestDatabase extends Database {
  url: string;
}

const open: { db: Database; name: string }[] = [];

/** A migrated, empty database for one test file; it is closed and dropped after the file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `${server.prefix}${randomBytes(6).toString("hex")}`;
  await withAdmin(server.url, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`),
  );
  const url = urlOf(server.url, name);
  const db = createDatabase({ url });
  open.push({ db, name });
  return { ...db, url };
}

/** Ends what a test file opened. */
export async function dropTestDatabases(): Promise<void> {
  const server = inject("testServer");
  for (const { db, name } of open.splice(0)) {
    await db.close();
    await withAdmin(server.url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}
