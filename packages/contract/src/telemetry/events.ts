import type { Attribute } from "../attribute";
import type { CodeManifest } from "../code/manifest";
import type { JsonValue } from "../json";

/** A frame of a stack, innermost first. `own`: in the project's code, not in a dependency. */
export interface ErrorFrame {
  function: string | null;
  file: string | null;
  line: number | null;
  column: number | null;
  own: boolean;
}

export interface ErrorReport {
  /** Class of the error: `TypeError`, `MergeError`. */
  type: string;
  message: string;
  /** The traceback as the runtime prints it. */
  stack: string;
  frames: ErrorFrame[];
  /** Chain of `cause`, nearest first, without their frames. */
  causes: { type: string; message: string }[];
}

/** Revision of the working tree that a run was started from. */
export interface GitState {
  commit: string;
  branch: string | null;
  dirty: boolean | null;
  remote: string | null;
  author: string | null;
  message: string | null;
}

/** The machine and packages that a run used. */
export interface Environment {
  runtime: { name: string; version: string };
  os: { name: string; version: string; arch: string };
  cpu: { model: string; count: number } | null;
  memoryBytes: number | null;
  hostname: string | null;
  user: string | null;
  container: boolean | null;
  ci: { name: string; job: string | null; url: string | null } | null;
  command: string | null;
  packages: Record<string, string>;
  lockfileDigest: string | null;
  variables: Record<string, string>;
}

interface EventBase {
  /** Number of the event within its writer, from 0 without gaps. */
  seq: number;
  runId: string;
}

export interface RunStarted extends EventBase {
  type: "run.started";
  pipeline: string;
  startedAt: string;
  codeVersion?: string;
  git?: GitState;
  environment?: Environment;
  tags?: Record<string, string>;
  inputs?: Attribute[];
  config?: Record<string, JsonValue>;
  trigger?: string;
  /** The client promises a sign of life this often; silence then means a lost run. */
  heartbeatSeconds?: number;
  parentRunId?: string;
  /** Nodes that this run is going to execute, when that is known before it starts. */
  plannedNodes?: string[];
}

export interface RunHeartbeat extends EventBase {
  type: "run.heartbeat";
  at: string;
}

export interface RunFinished extends EventBase {
  type: "run.finished";
  status: "succeeded" | "failed" | "cancelled";
  finishedAt: string;
  /** Sent here by clients that learn the graph only while it runs. */
  codeVersion?: string;
  error?: ErrorReport;
  /** Events of this run that the client had to drop, by reason. */
  dropped?: Record<string, number>;
}

interface NodeEventBase extends EventBase {
  node: string;
  /** Which of the parallel tasks of the node; "" when there is one. */
  task: string;
  /** 0 for the first try, one more for each retry. */
  attempt: number;
}

export interface NodeStarted extends NodeEventBase {
  type: "node.started";
  startedAt: string;
}

export interface NodeFinished extends NodeEventBase {
  type: "node.finished";
  status: "succeeded" | "failed" | "skipped";
  startedAt?: string;
  finishedAt: string;
  error?: ErrorReport;
  attributes?: Attribute[];
}

/** Sent when the server answered that it does not know a version. */
export interface CodeVersionDefined extends EventBase {
  type: "code.version";
  hash: string;
  manifest: CodeManifest;
  git?: GitState;
}

export type TelemetryEvent =
  | RunStarted
  | RunHeartbeat
  | RunFinished
  | NodeStarted
  | NodeFinished
  | CodeVersionDefined;

/** One request. The writer (a process) and the number within it name the batch for ever. */
export interface TelemetryBatch {
  writer: string;
  batch: number;
  sentAt: string;
  sdk: { name: string; version: string };
  events: TelemetryEvent[];
}

export interface Rejection {
  /** Position of the event in the batch. */
  index: number;
  code: string;
  message: string;
  /** Where in the event, as a JSON Pointer. */
  path: string;
  fix: string;
}

/** Answer to a batch that is stored durably. A repeated batch gets the same answer again. */
export interface TelemetryAnswer {
  accepted: number;
  rejected: Rejection[];
  /** What the server does not hold yet. */
  need: { codeVersions: string[]; blobs: string[] };
}
