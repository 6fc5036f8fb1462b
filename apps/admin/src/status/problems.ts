import { counted, duration } from "../output/units";
import type { Status } from "./read-status";

/** A batch is stored within seconds; after this time something is in its way. */
const OLD_SECONDS = 60;

/** Few connections left: the next process that starts may get none. */
const CONNECTIONS_LEFT = 10;

/** What somebody should look at, and where. */
export function problemsOf(status: Omit<Status, "ok" | "problems">): string[] {
  const { database, queue, workers, inbox } = status;
  const problems: string[] = [];
  if (workers.alive === 0) {
    problems.push("No worker is running: what is sent is accepted, but not stored. Start one.");
  }
  if (!queue.reachable) {
    problems.push(`${queue.error} Pages are not updated by themselves, and alerts come late.`);
  }
  if (inbox.oldestSeconds !== null && inbox.oldestSeconds > OLD_SECONDS) {
    problems.push(
      `The oldest batch waits for ${duration(inbox.oldestSeconds)}: see heddle-admin inbox, and start more workers if it grows.`,
    );
  }
  if (inbox.quarantined > 0) {
    problems.push(
      `${counted(inbox.quarantined, "batch", "batches")} could not be stored: see heddle-admin quarantine list.`,
    );
  }
  if (database.mostConnections - database.connections < CONNECTIONS_LEFT) {
    problems.push(
      `${database.connections} of the database's ${database.mostConnections} connections are taken: raise max_connections, or lower DATABASE_CONNECTIONS.`,
    );
  }
  return problems;
}
