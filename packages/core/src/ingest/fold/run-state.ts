import type { Attribute, ErrorReport, GitState, JsonValue } from "@heddle/contract";
import { compareText, earlier, greatest, joinRecords, later } from "./lattice";

type RunEnd = "succeeded" | "failed" | "cancelled";

/** How a run ended. Its parts stay together: they come from one event. */
interface Finish {
  status: RunEnd;
  finishedAt: string;
  error: ErrorReport | null;
}

/** Everything that the events of a run say about it. */
export interface RunState {
  pipeline: string | null;
  startedAt: string | null;
  codeVersion: string | null;
  git: GitState | null;
  environmentHash: string | null;
  tags: Record<string, string>;
  config: Record<string, JsonValue>;
  /** By the attribute's name. */
  inputs: Record<string, Attribute>;
  trigger: string | null;
  parentRunId: string | null;
  heartbeatSeconds: number | null;
  plannedNodes: string[];
  finish: Finish | null;
  dropped: Record<string, number>;
  /** When the server last received anything about the run. */
  lastSeenAt: string;
}

const RANK = { succeeded: 1, cancelled: 2, failed: 3 };

/** Nothing known yet but that something came in. */
export function unknownRun(lastSeenAt: string): RunState {
  return {
    pipeline: null,
    startedAt: null,
    codeVersion: null,
    git: null,
    environmentHash: null,
    tags: {},
    config: {},
    inputs: {},
    trigger: null,
    parentRunId: null,
    heartbeatSeconds: null,
    plannedNodes: [],
    finish: null,
    dropped: {},
    lastSeenAt,
  };
}

export function mergeRuns(a: RunState, b: RunState): RunState {
  return {
    pipeline: greatest(a.pipeline, b.pipeline),
    startedAt: earlier(a.startedAt, b.startedAt),
    codeVersion: greatest(a.codeVersion, b.codeVersion),
    git: greatest(a.git, b.git),
    environmentHash: greatest(a.environmentHash, b.environmentHash),
    tags: joinRecords(a.tags, b.tags, greater),
    config: joinRecords(a.config, b.config, greater),
    inputs: joinRecords(a.inputs, b.inputs, greater),
    trigger: greatest(a.trigger, b.trigger),
    parentRunId: greatest(a.parentRunId, b.parentRunId),
    heartbeatSeconds:
      a.heartbeatSeconds === null ? b.heartbeatSeconds : max(a.heartbeatSeconds, b.heartbeatSeconds),
    plannedNodes: fuller(a.plannedNodes, b.plannedNodes),
    finish: worse(a.finish, b.finish),
    dropped: joinRecords(a.dropped, b.dropped, Math.max),
    lastSeenAt: later(a.lastSeenAt, b.lastSeenAt) ?? a.lastSeenAt,
  };
}

function greater<Value>(a: Value, b: Value): Value {
  return compareText(a, b) >= 0 ? a : b;
}

function max(a: number, b: number | null): number {
  return b === null ? a : Math.max(a, b);
}

function fuller(a: string[], b: string[]): string[] {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return greater(a, b);
}

function worse(a: Finish | null, b: Finish | null): Finish | null {
  if (a === null || b === null) return a ?? b;
  if (a.status !== b.status) return RANK[a.status] > RANK[b.status] ? a : b;
  if (a.finishedAt !== b.finishedAt) return a.finishedAt > b.finishedAt ? a : b;
  return greater(a, b);
}
