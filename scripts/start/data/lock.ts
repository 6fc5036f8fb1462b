import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../../bootstrap/refusal.mjs";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity";

type Owner = ProcessIdentity & { port: number };

/** Makes this process the only one that uses the folder; returns what gives it up again. */
export async function lockFolder(dataDir: string, port: number): Promise<() => Promise<void>> {
  const file = path.join(dataDir, "lock.json");
  const self = await identifyProcess(process.pid);
  const owner: Owner = { pid: process.pid, started: self?.started ?? "", port };
  if (!(await claim(file, owner))) {
    const other = await readOwner(file);
    if (other && (await isRunning(other))) throw new Refusal(explain(dataDir, other));
    await rm(file, { force: true });
    if (!(await claim(file, owner))) throw new Refusal(explain(dataDir, await readOwner(file)));
  }
  return () => rm(file, { force: true });
}

async function claim(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(owner), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Owner;
  } catch {
    return null;
  }
}

function explain(dataDir: string, owner: Owner | null): string {
  const where = owner ? ` (process ${owner.pid}, port ${owner.port})` : "";
  return (
    `Another Heddle${where} is using the data folder ${dataDir}. ` +
    "Stop it first, or give this one its own folder: npm start -- --data-dir <folder> --port <number>"
  );
}
