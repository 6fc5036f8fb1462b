import type { GitState, RunSummary } from "@heddle/contract";
import { type Silence, shownStatus } from "./lost";

/** A row as `RUN_COLUMNS` reads it. */
export interface RunRow {
  id: string;
  pipelineId: string | null;
  pipeline: string | null;
  number: number | null;
  status: string;
  codeVersion: string | null;
  environmentHash: string | null;
  git: GitState | null;
  trigger: string | null;
  tags: Record<string, string>;
  startedAt: Date;
  finishedAt: Date | null;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
  total: number;
  succeeded: number;
  failed: number;
  running: number;
  skipped: number;
  failure: RunSummary["failure"];
}

export const RUN_COLUMNS = `r.id, r.pipeline_id as "pipelineId", p.name as pipeline, r.number, r.status,
  r.code_version as "codeVersion", r.environment_hash as "environmentHash", r.git, r.trigger, r.tags, r.started_at as "startedAt",
  r.finished_at as "finishedAt", r.heartbeat_seconds as "heartbeatSeconds", r.last_seen_at as "lastSeenAt",
  r.nodes_total as total, r.nodes_succeeded as succeeded, r.nodes_failed as failed,
  r.nodes_running as running, r.nodes_skipped as skipped, r.failure`;

export const RUN_TABLES = `run r left join pipeline p on p.project_id = r.project_id and p.id = r.pipeline_id`;

interface Surroundings {
  fullName: (key: string) => string;
  silence: Silence | null;
  usualMs: RunSummary["usualMs"];
  changed: RunSummary["changed"];
}

/** Milliseconds between two instants; null while one is missing. Clocks that went back count as no time. */
export function durationMs(startedAt: Date | null, finishedAt: Date | null): number | null {
  return startedAt && finishedAt ? Math.max(0, finishedAt.getTime() - startedAt.getTime()) : null;
}

/** A run as lists show it. */
export function summaryOf(row: RunRow, { fullName, silence, usualMs, changed }: Surroundings): RunSummary {
  const { total, succeeded, failed, running, skipped, failure } = row;
  return {
    id: row.id,
    number: row.number,
    pipeline: row.pipeline === null ? null : fullName(row.pipeline),
    status: shownStatus(row, silence),
    codeVersion: row.codeVersion,
    git: row.git,
    trigger: row.trigger,
    tags: row.tags,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    durationMs: durationMs(row.startedAt, row.finishedAt),
    usualMs,
    nodes: { total, succeeded, failed, running, skipped },
    failure: failure && { ...failure, node: failure.node === null ? null : fullName(failure.node) },
    changed,
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}
