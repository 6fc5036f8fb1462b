import type { ErrorReport, NodeRun, NodeStatus } from "@heddle/contract";
import { durationMs } from "./run-row";

/** A row as `NODE_RUN_COLUMNS` reads it. */
export interface NodeRunRow {
  node: string;
  task: string;
  status: NodeStatus;
  attempt: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  error: ErrorReport | null;
}

export const NODE_RUN_COLUMNS = `n.node, n.task, n.status, n.attempt, n.started_at as "startedAt",
  n.finished_at as "finishedAt", n.error`;

export function nodeRunOf(row: NodeRunRow, fullName: (key: string) => string): NodeRun {
  return {
    node: fullName(row.node),
    task: fullName(row.task),
    status: row.status,
    attempt: row.attempt,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    durationMs: durationMs(row.startedAt, row.finishedAt),
    error: row.error,
  };
}
