import { readFile } from "node:fs/promises";
import path from "node:path";
import { openOwner } from "../check/owner";
import { killProcess } from "./signal";

const ANY_BACKEND = `
  select pid from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid() and datname = current_database()
  order by (state <> 'idle') desc, random() limit 1`;

/** The first line of the file that the server keeps while it runs. */
export async function postmasterId(dataDir: string): Promise<number> {
  const file = path.join(dataDir, "postgres/data/postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  return Number(text.split("\n")[0]);
}

/** The process of one connection, rather one that works; all others are then ended and the server recovers. */
export async function killBackend(databaseUrl: string): Promise<boolean> {
  try {
    const owner = await openOwner(databaseUrl);
    try {
      const [found] = await owner.rows<{ pid: number }>(ANY_BACKEND);
      return await killProcess(found?.pid);
    } finally {
      await owner.close();
    }
  } catch {
    return false;
  }
}
