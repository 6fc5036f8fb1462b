import { startEmbedded } from "@heddle/db/embedded";
import { migrate } from "@heddle/db/migrate";
import { progress } from "../../bootstrap/progress.mjs";
import { say } from "../log/prefix-output";
import type { StartOptions } from "../options.mjs";
import type { Shutdown } from "../shutdown";

const STOP_MS = 3000;

/** Starts the embedded PostgreSQL, or takes the one that was given, and brings it to this version's schema. */
export async function openDatabase(options: StartOptions, shutdown: Shutdown): Promise<string> {
  const url = options.databaseUrl ?? (await startOwn(options.dataDir, shutdown));
  await progress("Preparing the database", () => migrate({ url }));
  return url;
}

async function startOwn(dataDir: string, shutdown: Shutdown): Promise<string> {
  const starting = startEmbedded({ dataDir, log: (line) => say("database", line) });
  shutdown.defer("The database", STOP_MS, async () => (await starting).stop());
  const { url } = await progress("Starting PostgreSQL", () => starting);
  return url;
}
