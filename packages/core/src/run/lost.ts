import type { RunStatus } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { readUsual } from "./usual";

const LOST_MS = 60_000;
/** After a break, clients need this long to reach us again. */
const GRACE_MS = 90_000;
/** Of clients that send nothing while they work, silence says something only when it is this long. */
const SILENT_MS = 6 * 3_600_000;
const TIMES_USUAL = 3;

interface Signs {
  status: string;
  pipelineId: string | null;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
}

/** Before which last sign of life a run that still runs counts as lost, or as silent. */
export interface Silence {
  lostBefore: Date;
  silentBefore: Date;
  /** By id, the pipelines whose runs usually take so long that they are silent later than others. */
  slow: ReadonlyMap<string, Date>;
}

interface Known {
  now: Date;
  /** Since when telemetry could reach us. */
  ingestUpSince: Date;
  /** What was received up to here is stored. */
  knownUntil: Date;
}

/**
 * Null while silence proves nothing. It is measured up to what is stored: traffic hides no lost run, a backlog
 * makes none. `usualMs` is by pipeline.
 */
export function silenceAt(
  { now, ingestUpSince, knownUntil }: Known,
  usualMs: ReadonlyMap<string, number> = new Map(),
): Silence | null {
  if (now.getTime() - ingestUpSince.getTime() < GRACE_MS) return null;
  const before = (ms: number) => new Date(Math.min(now.getTime(), knownUntil.getTime()) - ms);
  const slow = [...usualMs].filter(([, ms]) => ms * TIMES_USUAL > SILENT_MS);
  return {
    lostBefore: before(LOST_MS),
    silentBefore: before(SILENT_MS),
    slow: new Map(slow.map(([id, ms]) => [id, before(ms * TIMES_USUAL)])),
  };
}

/**
 * The status to show. A client that promised signs of life and gave none for a minute has lost its run; of one
 * that promised none it is only known that nothing was heard for long.
 */
export function shownStatus(run: Signs, silence: Silence | null): RunStatus {
  if (run.status === "running") return silence ? runningStatus(run, silence) : "running";
  return run.status === "succeeded" || run.status === "cancelled" ? run.status : "failed";
}

function runningStatus({ pipelineId, heartbeatSeconds, lastSeenAt }: Signs, silence: Silence): RunStatus {
  if (heartbeatSeconds !== null) return lastSeenAt < silence.lostBefore ? "lost" : "running";
  return lastSeenAt < (silence.slow.get(pipelineId ?? "") ?? silence.silentBefore) ? "silent" : "running";
}

/** SQL for the same; the run's table is called `r`, and `add` makes a parameter of a value. */
export function shownStatusSql(silence: Silence | null, add: (value: unknown) => string): string {
  if (!silence) return "r.status";
  const { lostBefore, silentBefore, slow } = silence;
  const usual = `${add(silentBefore)}::timestamptz`;
  const silent =
    slow.size === 0
      ? usual
      : `coalesce((${add(JSON.stringify(Object.fromEntries(slow)))}::jsonb ->> r.pipeline_id::text)::timestamptz, ${usual})`;
  return `case when r.status <> 'running' then r.status
    when r.heartbeat_seconds is not null
      then case when r.last_seen_at < ${add(lostBefore)}::timestamptz then 'lost' else 'running' end
    when r.last_seen_at < ${silent} then 'silent' else 'running' end`;
}

/** Running runs that are looked at for pipelines whose usual duration matters; those beyond are old. */
const NEWEST_RUNNING = 2000;

const QUIET_PIPELINES = `
  select distinct pipeline_id as id from (
    select pipeline_id, heartbeat_seconds, last_seen_at from run
    where project_id = $1 and status = 'running' order by id desc limit ${NEWEST_RUNNING}
  ) as running
  where heartbeat_seconds is null and pipeline_id is not null and last_seen_at < $2`;

/**
 * Asks the inbox how far it is stored. Batches that failed on their own are left out: some of them stay for
 * long, and those that came after them are stored. The usual duration is asked for only where a run may be silent.
 */
export async function readSilence(
  client: PoolClient,
  given: { projectId: string; now: Date; ingestUpSince: Date },
): Promise<Silence | null> {
  const { projectId, now } = given;
  const { rows: oldest } = await client.query<{ receivedAt: Date }>(
    `select received_at as "receivedAt" from ingest_batch
     where project_id = $1 and attempts = 0 order by id limit 1`,
    [projectId],
  );
  const known = { ...given, knownUntil: oldest[0]?.receivedAt ?? now };
  const silence = silenceAt(known);
  if (!silence) return null;
  const { rows: quiet } = await client.query<{ id: string }>(QUIET_PIPELINES, [
    projectId,
    silence.silentBefore,
  ]);
  const ids = quiet.map(({ id }) => id);
  const usual = await readUsual(client, projectId, ids);
  return silenceAt(known, new Map(ids.map((id) => [id, usual.get(id)?.p50 ?? 0])));
}
