import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, type PoolClient, withSystemClient } from "@heddle/db";

const TABLES = ["run", "node_run", "node_attribute", "column_stat"];

/** Moves what is stored out and back in with COPY and returns how long the way in took, in milliseconds. */
export async function copySame(db: Database): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-bench-copy-"));
  await chmod(folder, 0o777);
  const asOwner = <Result>(work: (client: PoolClient) => Promise<Result>) =>
    withSystemClient(db, async (client) => {
      await client.query("set local role none");
      return await work(client);
    });
  const file = (table: string) => `'${path.join(folder, table)}'`;
  try {
    await asOwner(async (client) => {
      for (const table of TABLES) await client.query(`copy (select * from ${table}) to ${file(table)}`);
      await client.query(`truncate ${TABLES.join(", ")}`);
    });
    const start = performance.now();
    await asOwner(async (client) => {
      for (const table of TABLES) await client.query(`copy ${table} from ${file(table)}`);
    });
    const took = performance.now() - start;
    await asOwner((client) => client.query(`truncate ${TABLES.join(", ")}`));
    return took;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
