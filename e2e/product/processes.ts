import { readFile } from "node:fs/promises";
import path from "node:path";

/** Ids of the product's processes: `web`, `worker` and `database`. */
export async function processIds(dataDir: string): Promise<Record<string, number>> {
  const text = await readFile(path.join(dataDir, "processes.json"), "utf8");
  const children: { name: string; pid: number }[] = JSON.parse(text);
  const server = await readFile(path.join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  return {
    ...Object.fromEntries(children.map(({ name, pid }) => [name, pid])),
    database: Number(server.split("\n")[0]),
  };
}

export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
