import { setTimeout as wait } from "node:timers/promises";
import { DatabaseProblem } from "../database-problem";
import { checkMigrated } from "./check-database";

const EVERY_MS = 1000;
const PATIENCE_MS = 60_000;

interface Options {
  url: string;
  /** Told once of each reason to wait. */
  log: (sentence: string) => void;
  patienceMs?: number;
  folder?: string;
}

/**
 * Waits until the database answers and has the migrations of this version: processes are often started before
 * either is so. Throws the `DatabaseProblem` that is left after a minute.
 */
export async function awaitDatabase({ url, log, patienceMs = PATIENCE_MS, folder }: Options): Promise<void> {
  const end = performance.now() + patienceMs;
  let told = "";
  for (;;) {
    const problem = await problemOf(url, folder);
    if (problem === null) return;
    if (performance.now() >= end) throw problem;
    if (problem.message !== told) log(`${problem.message} Waiting for it.`);
    told = problem.message;
    await wait(EVERY_MS);
  }
}

async function problemOf(url: string, folder: string | undefined): Promise<DatabaseProblem | null> {
  try {
    await checkMigrated(url, folder);
    return null;
  } catch (error) {
    if (error instanceof DatabaseProblem) return error;
    throw error;
  }
}
