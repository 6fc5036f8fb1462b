import { migrate } from "@heddle/db/migrate";
import { progress } from "../../bootstrap/progress.mjs";
import { say } from "../log/prefix-output";
import type { Supervision } from "../start-instance";
import { OwnDatabase } from "./own-database";

const STOP_MS = 3000;

/** Starts the embedded PostgreSQL, or takes the one that was given, and brings it to this version's schema. */
export async function openDatabase(supervision: Supervision): Promise<string> {
  const url = supervision.options.databaseUrl ?? (await startOwn(supervision));
  await progress("Preparing the database", () => migrate({ url, log: (line) => say("database", line) }));
  return url;
}

async function startOwn({ options, shutdown, giveUp }: Supervision): Promise<string> {
  const database = new OwnDatabase(options.dataDir, giveUp);
  shutdown.defer("The database", STOP_MS, () => database.stop());
  return progress("Starting PostgreSQL", () => database.start());
}
