import type { RunStatus } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

const SILENT_MS = 60_000;
/** After a break, clients need this long to reach us again. */
const GRACE_MS = 90_000;

interface Signs {
  status: string;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
}

/** Before which last sign of life a run counts as lost; null while silence proves nothing. */
export function silentBefore(given: { now: Date; ingestUpSince: Date; undrained: boolean }): Date | null {
  const { now, ingestUpSince, undrained } = given;
  if (undrained || now.getTime() - ingestUpSince.getTime() < GRACE_MS) return null;
  return new Date(now.getTime() - SILENT_MS);
}

/** The status to show: a client that promised signs of life and gave none for a minute has lost its run. */
export function shownStatus(run: Signs, silentBefore: Date | null): RunStatus {
  const silent = silentBefore !== null && run.lastSeenAt < silentBefore;
  if (run.status === "running") return run.heartbeatSeconds !== null && silent ? "lost" : "running";
  return run.status === "succeeded" || run.status === "cancelled" ? run.status : "failed";
}

/** Asks the inbox: what waits there may be the sign of life that is missing. */
export async function readSilentBefore(
  client: PoolClient,
  given: { projectId: string; now: Date; ingestUpSince: Date },
): Promise<Date | null> {
  const { rows } = await client.query<{ undrained: boolean }>(
    "select exists (select from ingest_batch where project_id = $1) as undrained",
    [given.projectId],
  );
  return silentBefore({ ...given, undrained: rows[0]?.undrained ?? false });
}
