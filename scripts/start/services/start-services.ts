import { progress } from "../../bootstrap/progress.mjs";
import type { Supervision } from "../start-instance";
import { serviceCommands } from "./commands";
import { localUrl, waitUntilHealthy } from "./health";
import { Service } from "./service";

const STOP_MS = { web: 2500, worker: 3500 };
/** What ending a killed process takes, on top of its own time. */
const MARGIN_MS = 300;

/** Starts web and worker and waits until they are healthy. */
export async function startServices(
  supervision: Supervision,
  instance: { databaseUrl: string; secret: string },
): Promise<void> {
  const { options, shutdown, ledger } = supervision;
  const waiting = new AbortController();
  const giveUp = (sentence: string) => {
    waiting.abort();
    supervision.giveUp(sentence);
  };
  const commands = serviceCommands(options, instance);
  for (const name of ["web", "worker"] as const) {
    const service = new Service(commands[name], ledger, giveUp);
    shutdown.defer(`The ${name} process`, STOP_MS[name] + MARGIN_MS, () => service.stop(STOP_MS[name]));
    service.start();
  }
  shutdown.defer("Waiting", MARGIN_MS, async () => waiting.abort());
  await progress("Starting web and worker", () =>
    waitUntilHealthy(localUrl(options.host, options.port), waiting.signal),
  );
}
