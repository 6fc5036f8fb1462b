import type { RunStatus } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { type Silence, shownStatus } from "../run/lost";
import { durationMs } from "../run/run-row";

/** How many runs of each pipeline are looked at. */
const LAST = 30;
const MOST_PIPELINES = 1000;

export interface RecentRun {
  id: string;
  number: number | null;
  status: RunStatus;
  startedAt: Date;
  finishedAt: Date | null;
  durationMs: number | null;
}

export interface RecentRuns {
  pipelineId: string;
  /** Key of the name. */
  pipeline: string;
  /** Newest first. */
  runs: RecentRun[];
}

interface Row {
  pipelineId: string;
  pipeline: string;
  id: string;
  number: number | null;
  status: string;
  startedAt: Date;
  finishedAt: Date | null;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
}

const RECENT = `
  select p.id as "pipelineId", p.name as pipeline, r.id, r.number, r.status, r.started_at as "startedAt",
    r.finished_at as "finishedAt", r.heartbeat_seconds as "heartbeatSeconds", r.last_seen_at as "lastSeenAt"
  from (select id, name from pipeline where project_id = $1 order by name limit ${MOST_PIPELINES}) p
  cross join lateral (
    select id, number, status, started_at, finished_at, heartbeat_seconds, last_seen_at from run
    where project_id = $1 and pipeline_id = p.id order by id desc limit ${LAST}
  ) r`;

/** The last runs of each pipeline that has any. */
export async function readRecentRuns(
  client: PoolClient,
  projectId: string,
  silence: Silence | null,
): Promise<RecentRuns[]> {
  const { rows } = await client.query<Row>(RECENT, [projectId]);
  const byPipeline = new Map<string, RecentRuns>();
  for (const row of rows) {
    const { pipelineId, pipeline, id, number, startedAt, finishedAt } = row;
    const known = byPipeline.get(pipelineId) ?? { pipelineId, pipeline, runs: [] };
    const status = shownStatus(row, silence);
    known.runs.push({
      id,
      number,
      status,
      startedAt,
      finishedAt,
      durationMs: durationMs(startedAt, finishedAt),
    });
    byPipeline.set(pipelineId, known);
  }
  for (const { runs } of byPipeline.values()) runs.sort((a, b) => (a.id < b.id ? 1 : -1));
  return [...byPipeline.values()];
}
