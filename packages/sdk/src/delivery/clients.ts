import { Client } from "./client";
import type { Configuration } from "./configuration";
import { notice } from "./notice";
import { readSettings } from "./settings";
import { unsent } from "./words";

export const EXIT_MS = 2000;

let configuration: Configuration = {};
let current: Client | null | undefined;
/** Connections in use: more than one after `configure` was called again while runs were open. */
const clients = new Set<Client>();
let listening = false;

/** Settings for runs that begin later. */
export function reconfigure(changes: Configuration): void {
  configuration = { ...configuration, ...changes };
  current = undefined;
}

/** The connection for runs that begin now; null when runs are not recorded. */
export function currentClient(): Client | null {
  if (current !== undefined) return current;
  const settings = readSettings(configuration);
  current = settings === null ? null : new Client(settings);
  if (current !== null) clients.add(current);
  if (!listening) {
    listening = true;
    process.on("beforeExit", () => {
      const busy = [...clients].filter((client) => client.left > 0);
      if (busy.length > 0) void endAll(busy, EXIT_MS, "process_exit");
    });
    process.on("exit", () => {
      const left = [...clients].reduce((sum, client) => sum + client.left, 0);
      const complaint = [...clients].map((client) => client.complaint).find((one) => one !== null);
      if (left > 0) notice(complaint ?? unsent(left));
    });
  }
  return current;
}

export function openClients(): Client[] {
  return [...clients];
}

/** Ends connections; true when nothing had to be dropped. */
export async function endAll(ending: Client[], timeoutMs: number, reason: string): Promise<boolean> {
  for (const client of ending) {
    if (client === current) current = undefined;
  }
  const flushed = await Promise.all(ending.map((client) => client.shutdown(timeoutMs, reason)));
  for (const client of ending) clients.delete(client);
  return flushed.every(Boolean);
}
