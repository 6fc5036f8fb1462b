import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, type PoolClient, withSystemClient } from "@heddle/db";

const TABLES = ["run", "node_run", "node_attribute", "column_stat", "run_batch"];
const ROUNDS = 3;

/**
 * Moves what is stored out to files and back in with COPY, on one connection, three times. Gives the median of what
 * the way in took, in seconds.
 */
export async function copySame(db: Database): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-bench-copy-"));
  await chmod(folder, 0o777);
  const file = (table: string) => `'${path.join(folder, table)}'`;
  try {
    await asOwner(db, async (client) => {
      for (const table of TABLES) await client.query(`copy (select * from ${table}) to ${file(table)}`);
    });
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await asOwner(db, (client) => client.query(`truncate ${TABLES.join(", ")}`));
      await asOwner(db, (client) => client.query("checkpoint"));
      const start = performance.now();
      await asOwner(db, async (client) => {
        for (const table of TABLES) await client.query(`copy ${table} from ${file(table)}`);
      });
      times.push((performance.now() - start) / 1000);
    }
    return times.sort((a, b) => a - b)[1] ?? 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function asOwner<Result>(db: Database, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  return withSystemClient(db, async (client) => {
    await client.query("set local role none");
    return await work(client);
  });
}
