import { upsertRows } from "@heddle/db";
import type { Folded } from "../fold/folded";
import { mergeRuns, type RunState } from "../fold/run-state";
import {
  countNodes,
  countVersionNodes,
  type Failure,
  findFailures,
  MESSAGE_LENGTH,
  type NodeCounts,
  type WrittenNodeRun,
} from "./count-nodes";
import type { NameBook } from "./name-book";
import { type Membership, numberRuns } from "./number-runs";
import { columnsOfState, type RunRow, stateOfRow } from "./run-row";
import type { Place } from "./store-folded";

/** Merges the runs with their locked rows, counts their nodes and writes them. Returns those whose failure is news. */
export async function writeRuns(
  place: Place,
  runs: Folded["runs"],
  locked: Map<string, RunRow>,
  written: readonly WrittenNodeRun[],
): Promise<{ failed: string[] }> {
  const { client, projectId, names } = place;
  const ids = [...runs.keys()].sort();
  const merged = new Map<string, RunState>();
  for (const [id, state] of runs) {
    const row = locked.get(id);
    const fresh = keyed(state, names);
    merged.set(id, row ? mergeRuns(stateOfRow(row), fresh) : fresh);
  }
  const memberships = await numberRuns(client, projectId, membersOf(merged, locked));
  const counts = await countNodes(place, ids, written);
  const failing = ids.filter((id) => counts.get(id)?.failed);
  const failures = await findFailures(client, projectId, failing);
  const versions = await countVersionNodes(client, projectId, versionsToCount(merged));
  const rows = [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, state]) => ({
      project_id: projectId,
      id,
      ...columnsOfState(id, state),
      ...membershipColumns(memberships.get(id)),
      ...countColumns(state, counts.get(id), versions),
      failure: failures.get(id) ?? failureOfRun(state),
    }));
  const key = ["project_id", "id"];
  await upsertRows(client, { table: "run", columns: COLUMNS, key, rows, onConflict: "replace" });
  const failed = rows.filter((row) => row.status === "failed" && !isKnownFailure(locked.get(row.id)));
  return { failed: failed.map((row) => row.id) };
}

/** Without its pipeline a failure belongs to no others; it is looked at again once that is known. */
function isKnownFailure(before: RunRow | undefined): boolean {
  return before?.status === "failed" && before.pipeline_id !== null;
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
