import { DatabaseProblem } from "@heddle/db/migrate";
import { Refusal } from "../bootstrap/refusal.mjs";
import { instanceSecret } from "./data/folder";
import type { ProcessLedger } from "./data/orphans";
import { runDemo } from "./first/demo";
import { initialiseOnce } from "./first/first-start";
import { greet } from "./first/greet";
import type { StartOptions } from "./options.mjs";
import { openDatabase } from "./services/database";
import { localUrl } from "./services/health";
import { startServices } from "./services/start-services";
import type { Shutdown } from "./shutdown";

export interface Supervision {
  options: StartOptions;
  shutdown: Shutdown;
  ledger: ProcessLedger;
  /** Ends everything because a part keeps failing; the sentence says which. */
  giveUp: (sentence: string) => void;
}

/** Starts database, web and worker, runs the examples the first time, and says where to look. */
export async function startInstance(supervision: Supervision): Promise<void> {
  const { options, shutdown } = supervision;
  try {
    const databaseUrl = await openDatabase(supervision);
    const secret = await instanceSecret(options.dataDir, process.env.HEDDLE_SECRET);
    const first = await initialiseOnce({ databaseUrl, secret, dataDir: options.dataDir });
    await startServices(supervision, { databaseUrl, secret });
    const api = { url: localUrl(options.host, options.port), key: first?.apiKey ?? "" };
    if (first && options.demo) await runDemo(api, shutdown);
    if (!shutdown.begun) await greet(options);
  } catch (error) {
    throw error instanceof DatabaseProblem ? new Refusal(error.message) : error;
  }
}
