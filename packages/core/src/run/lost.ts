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

/**
 * Before which last sign of life a run counts as lost; null while silence proves nothing. What was received up
 * to `knownUntil` is stored, so silence is measured up to there: traffic hides no lost run, a backlog makes none.
 */
export function silentBefore(given: { now: Date; ingestUpSince: Date; knownUntil: Date }): Date | null {
  const { now, ingestUpSince, knownUntil } = given;
  if (now.getTime() - ingestUpSince.getTime() < GRACE_MS) return null;
  return new Date(Math.min(now.getTime(), knownUntil.getTime()) - SILENT_MS);
}

/** The status to show: a client that promised signs of life and gave none for a minute has lost its run. */
export function shownStatus(run: Signs, silentBefore: Date | null): RunStatus {
  const silent = silentBefore !== null && run.lastSeenAt < silentBefore;
  if (run.status === "running") return run.heartbeatSeconds !== null && silent ? "lost" : "running";
  return run.status === "succeeded" || run.status === "cancelled" ? run.status : "failed";
}

/**
 * Asks the inbox how far it is stored. Batches that failed on their own are left out: some of them stay for
 * long, and those that came after them are stored.
 */
export async function readSilentBefore(
  client: PoolClient,
  given: { projectId: string; now: Date; ingestUpSince: Date },
): Promise<Date | null> {
  const { rows } = await client.query<{ receivedAt: Date }>(
    `select received_at as "receivedAt" from ingest_batch
     where project_id = $1 and attempts = 0 order by id limit 1`,
    [given.projectId],
  );
  return silentBefore({ ...given, knownUntil: rows[0]?.receivedAt ?? given.now });
}
