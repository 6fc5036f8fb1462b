import { EXIT_MS, endAll, openClients, reconfigure } from "./clients";
import type { Configuration } from "./configuration";

/**
 * Sets where runs are recorded; what is not given stays as it was, or comes from HEDDLE_URL,
 * HEDDLE_API_KEY and HEDDLE_PROJECT. Holds for runs that begin later.
 */
export function configure(changes: Configuration): void {
  reconfigure(changes);
}

/**
 * Resolves to true when everything recorded before the call is delivered, and to false when the time was
 * up before. Never rejects.
 */
export async function flush(timeoutMs = 10_000): Promise<boolean> {
  const flushed = await Promise.all(openClients().map((client) => client.flush(timeoutMs)));
  return flushed.every(Boolean);
}

/**
 * Delivers what it can in the time given, drops the rest, and ends the connection: true when nothing had to
 * be dropped. A run that begins later opens a new one. Never rejects.
 */
export function shutdown(timeoutMs = EXIT_MS): Promise<boolean> {
  return endAll(openClients(), timeoutMs, "shut_down");
}
