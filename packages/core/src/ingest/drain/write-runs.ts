import { uuidV7Time } from "@heddle/contract";
import { type PoolClient, upsertRows } from "@heddle/db";
import type { Folded } from "../fold/folded";
import { mergeRuns, type RunState } from "../fold/run-state";
import {
  countNodes,
  countVersionNodes,
  type Failure,
  findFailures,
  MESSAGE_LENGTH,
  type NodeCounts,
} from "./count-nodes";
import type { NameBook } from "./name-book";
import { type Membership, numberRuns } from "./number-runs";
import { type RunRow, stateOfRow } from "./run-row";

/** Merges the runs with their locked rows, counts their nodes and writes them. Returns those that failed just now. */
export async function writeRuns(
  client: PoolClient,
  projectId: string,
  runs: Folded["runs"],
  locked: Map<string, RunRow>,
  names: NameBook,
): Promise<{ failed: string[] }> {
  const ids = [...runs.keys()].sort();
  const merged = new Map<string, RunState>();
  for (const [id, state] of runs) {
    const row = locked.get(id);
    const fresh = keyed(state, names);
    merged.set(id, row ? mergeRuns(stateOfRow(row), fresh) : fresh);
  }
  const memberships = await numberRuns(client, projectId, membersOf(merged, locked));
  const counts = await countNodes(client, projectId, ids);
  const failures = await findFailures(client, projectId, ids);
  const versions = await countVersionNodes(client, projectId, versionsToCount(merged));
  const rows = [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, state]) => ({
      project_id: projectId,
      id,
      ...columnsOf(id, state),
      ...membershipColumns(memberships.get(id)),
      ...countColumns(state, counts.get(id), versions),
      failure: failures.get(id) ?? failureOfRun(state),
    }));
  const key = ["project_id", "id"];
  await upsertRows(client, { table: "run", columns: COLUMNS, key, rows, onConflict: "replace" });
  const isNew = (id: string) => locked.get(id)?.status !== "failed";
  return { failed: rows.filter((row) => row.status === "failed" && isNew(row.id)).map((row) => row.id) };
}

function keyed(state: RunState, names: NameBook): RunState {
  return {
    ...state,
    pipeline: state.pipeline && names.key(state.pipeline),
    plannedNodes: state.plannedNodes.map((name) => names.key(name)),
  };
}

function membersOf(merged: Map<string, RunState>, locked: Map<string, RunRow>) {
  return [...merged].flatMap(([runId, { pipeline }]) => {
    if (pipeline === null) return [];
    const row = locked.get(runId);
    const { pipeline_id: pipelineId = null, number = null } = row ?? {};
    return [
      { runId, pipeline, current: pipelineId === null || number === null ? null : { pipelineId, number } },
    ];
  });
}

function versionsToCount(merged: Map<string, RunState>): Set<string> {
  const hashes = [...merged.values()].flatMap((state) =>
    state.plannedNodes.length === 0 && state.codeVersion !== null ? [state.codeVersion] : [],
  );
  return new Set(hashes);
}

function columnsOf(id: string, state: RunState) {
  return {
    status: state.finish?.status ?? "running",
    code_version: state.codeVersion,
    git: state.git,
    environment_hash: state.environmentHash,
    config: state.config,
    tags: state.tags,
    inputs: Object.values(state.inputs),
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

function membershipColumns(membership: Membership | undefined) {
  return { pipeline_id: membership?.pipelineId ?? null, number: membership?.number ?? null };
}

function countColumns(state: RunState, counts: NodeCounts | undefined, versions: Map<string, number>) {
  const expected = state.plannedNodes.length || versions.get(state.codeVersion ?? "") || 0;
  return {
    nodes_total: Math.max(expected, counts?.seen ?? 0),
    nodes_succeeded: counts?.succeeded ?? 0,
    nodes_failed: counts?.failed ?? 0,
    nodes_running: counts?.running ?? 0,
    nodes_skipped: counts?.skipped ?? 0,
  };
}

function failureOfRun({ finish }: RunState): Failure | null {
  if (!finish?.error) return null;
  return { node: null, type: finish.error.type, message: finish.error.message.slice(0, MESSAGE_LENGTH) };
}

const COLUMNS = [
  { name: "project_id", type: "uuid" },
  { name: "id", type: "uuid" },
  { name: "pipeline_id", type: "uuid" },
  { name: "number", type: "integer" },
  { name: "status", type: "text" },
  { name: "code_version", type: "text" },
  { name: "git", type: "jsonb" },
  { name: "environment_hash", type: "text" },
  { name: "config", type: "jsonb not null" },
  { name: "tags", type: "jsonb not null" },
  { name: "inputs", type: "jsonb not null" },
  { name: "trigger", type: "text" },
  { name: "parent_run_id", type: "uuid" },
  { name: "planned_nodes", type: "text[]" },
  { name: "heartbeat_seconds", type: "double precision" },
  { name: "started_at", type: "timestamptz" },
  { name: "finished_at", type: "timestamptz" },
  { name: "error", type: "jsonb" },
  { name: "dropped", type: "jsonb not null" },
  { name: "last_seen_at", type: "timestamptz" },
  { name: "nodes_total", type: "integer" },
  { name: "nodes_succeeded", type: "integer" },
  { name: "nodes_failed", type: "integer" },
  { name: "nodes_running", type: "integer" },
  { name: "nodes_skipped", type: "integer" },
  { name: "failure", type: "jsonb" },
] as const;
