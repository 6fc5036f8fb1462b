import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type EmbeddedServer, startEmbedded } from "@heddle/db/embedded";
import pg from "pg";

/** Does what the official image does at its first start: makes the account and the database that it is told of. */
export async function startPostgres(
  folder: string,
  port: number,
  env: Record<string, string>,
): Promise<EmbeddedServer> {
  await mkdir(path.join(folder, "postgres"), { recursive: true });
  await writeFile(path.join(folder, "postgres", "port"), String(port));
  const server = await startEmbedded({ dataDir: folder, log: () => {}, durable: false });
  const { POSTGRES_USER: user = "postgres", POSTGRES_DB: database = user } = env;
  const password = await readFile(env.POSTGRES_PASSWORD_FILE ?? "", "utf8");
  if (password === "") throw new Error("The image refuses an empty password.");
  const client = new pg.Client(server.url);
  await client.connect();
  const [role, secret] = [client.escapeIdentifier(user), client.escapeLiteral(password)];
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [user]);
  await client.query(
    `${rowCount === 0 ? "CREATE" : "ALTER"} ROLE ${role} LOGIN SUPERUSER PASSWORD ${secret}`,
  );
  const databases = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  if (databases.rowCount === 0)
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${role}`);
  await client.end();
  return server;
}
