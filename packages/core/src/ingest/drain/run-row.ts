import {
  type Attribute,
  type ErrorReport,
  type GitState,
  type JsonValue,
  uuidV7Time,
} from "@heddle/contract";
import type { RunState } from "../fold/run-state";

/** A row of `run` with the key of its pipeline's name. */
export interface RunRow {
  id: string;
  pipeline_id: string | null;
  pipeline: string | null;
  number: number | null;
  status: "running" | "succeeded" | "failed" | "cancelled";
  code_version: string | null;
  git: GitState | null;
  environment_hash: string | null;
  config: Record<string, JsonValue>;
  tags: Record<string, string>;
  inputs: Attribute[];
  trigger: string | null;
  parent_run_id: string | null;
  planned_nodes: string[];
  heartbeat_seconds: number | null;
  started_at: Date;
  finished_at: Date | null;
  error: ErrorReport | null;
  dropped: Record<string, number>;
  last_seen_at: Date;
}

/** What the stored row knows, in the form that merges. The start of a run counts once its pipeline is known. */
export function stateOfRow(row: RunRow): RunState {
  const finishedAt = row.finished_at?.toISOString();
  return {
    pipeline: row.pipeline,
    startedAt: row.pipeline === null ? null : row.started_at.toISOString(),
    codeVersion: row.code_version,
    git: row.git,
    environmentHash: row.environment_hash,
    tags: row.tags,
    config: row.config,
    inputs: Object.fromEntries(row.inputs.map((input) => [input.name, input])),
    trigger: row.trigger,
    parentRunId: row.parent_run_id,
    heartbeatSeconds: row.heartbeat_seconds,
    plannedNodes: row.planned_nodes,
    finish:
      row.status === "running" || finishedAt === undefined
        ? null
        : { status: row.status, finishedAt, error: row.error },
    dropped: row.dropped,
    lastSeenAt: row.last_seen_at.toISOString(),
  };
}

/** What is stored of a state; together with the key of its pipeline it makes a row. */
export function columnsOfState(id: string, state: RunState) {
  return {
    status: state.finish?.status ?? "running",
    code_version: state.codeVersion,
    git: state.git,
    environment_hash: state.environmentHash,
    config: state.config,
    tags: state.tags,
    inputs: inNameOrder(state.inputs),
    trigger: state.trigger,
    parent_run_id: state.parentRunId,
    planned_nodes: state.plannedNodes,
    heartbeat_seconds: state.heartbeatSeconds,
    started_at: state.startedAt ?? new Date(uuidV7Time(id)),
    finished_at: state.finish?.finishedAt ?? null,
    error: state.finish?.error ?? null,
    dropped: state.dropped,
    last_seen_at: state.lastSeenAt,
  };
}

function inNameOrder(inputs: RunState["inputs"]): Attribute[] {
  return Object.values(inputs).sort((a, b) => (a.name < b.name ? -1 : 1));
}
