import { access } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { startEmbedded } from "@heddle/db/embedded";
import { Refusal } from "../../bootstrap/refusal.mjs";
import type { StartOptions } from "../options.mjs";
import { emptyFolder } from "./folder";

/** Deletes the instance's data, once the user has agreed. */
export async function reset(options: StartOptions): Promise<void> {
  if (options.databaseUrl) {
    throw new Refusal(
      "--reset deletes the data folder, not the database that DATABASE_URL names. Empty that one yourself, " +
        "or unset DATABASE_URL.",
    );
  }
  if (!options.yes) await confirm(options.dataDir);
  await endOrphanedServer(options.dataDir);
  await emptyFolder(options.dataDir);
  console.log(`Deleted what was in ${options.dataDir}.`);
}

async function confirm(dataDir: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new Refusal(`--reset deletes everything in ${dataDir}. Without a terminal it needs --yes as well.`);
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  const answer = await prompt.question(`Delete all runs, users and keys in ${dataDir}? Type "yes": `);
  prompt.close();
  if (answer.trim().toLowerCase() !== "yes") throw new Refusal("Nothing was deleted, nothing was started.");
}

/** A database that a killed instance left running would write into the folder again. */
async function endOrphanedServer(dataDir: string): Promise<void> {
  const traces = path.join(dataDir, "postgres/data/postmaster.pid");
  const mayRun = await access(traces).then(
    () => true,
    () => false,
  );
  if (!mayRun) return;
  const server = await startEmbedded({ dataDir, log: () => {} });
  await server.stop();
}
