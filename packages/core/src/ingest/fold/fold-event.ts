import { createHash } from "node:crypto";
import type { Environment, NodeFinished, NodeStarted, TelemetryEvent } from "@heddle/contract";
import { type Attempt, mergeAttempts } from "./attempt";
import { type Folded, keyOf } from "./folded";
import { canonical, greatest, instantOf } from "./lattice";
import { compareOrigins, type Origin } from "./origin";
import { mergeRuns, type RunState, unknownRun } from "./run-state";

/** Where an event came from and when its batch arrived. */
export interface Arrival {
  writer: string;
  receivedAt: string;
}

/** Adds one event to what is known. Order and repetition of events make no difference to the result. */
export function foldEvent(folded: Folded, event: TelemetryEvent, arrival: Arrival): void {
  noteRun(folded, event, arrival);
  if (event.type === "node.started" || event.type === "node.finished") addNodeRun(folded, event, arrival);
  if (event.type === "code.version") {
    const git = greatest(folded.versions.get(event.hash)?.git ?? null, event.git ?? null);
    folded.versions.set(event.hash, { manifest: event.manifest, git });
  }
}

function noteRun(folded: Folded, event: TelemetryEvent, arrival: Arrival): void {
  const known = folded.runs.get(event.runId);
  if (known === undefined) folded.runs.set(event.runId, runOf(folded, event, arrival));
  else if (event.type === "run.started" || event.type === "run.finished")
    folded.runs.set(event.runId, mergeRuns(known, runOf(folded, event, arrival)));
  else if (known.lastSeenAt < arrival.receivedAt)
    folded.runs.set(event.runId, { ...known, lastSeenAt: arrival.receivedAt });
}

function runOf(folded: Folded, event: TelemetryEvent, arrival: Arrival): RunState {
  const run = unknownRun(arrival.receivedAt);
  if (event.type === "run.finished") {
    const { status, error = null, dropped = {}, codeVersion = null } = event;
    return {
      ...run,
      codeVersion,
      dropped,
      finish: { status, finishedAt: instantOf(event.finishedAt), error },
    };
  }
  if (event.type !== "run.started") return run;
  return {
    ...run,
    pipeline: event.pipeline,
    startedAt: instantOf(event.startedAt),
    codeVersion: event.codeVersion ?? null,
    git: event.git ?? null,
    environmentHash: addEnvironment(folded, event.environment),
    tags: event.tags ?? {},
    config: event.config ?? {},
    inputs: Object.fromEntries((event.inputs ?? []).map((input) => [input.name, input])),
    trigger: event.trigger ?? null,
    parentRunId: event.parentRunId ?? null,
    heartbeatSeconds: event.heartbeatSeconds ?? null,
    plannedNodes: event.plannedNodes ?? [],
  };
}

function addEnvironment(folded: Folded, environment: Environment | undefined): string | null {
  if (environment === undefined) return null;
  const hash = createHash("sha256").update(canonical(environment)).digest("hex");
  folded.environments.set(hash, environment);
  return hash;
}

function addNodeRun(folded: Folded, event: NodeStarted | NodeFinished, arrival: Arrival): void {
  const { runId, node, task } = event;
  const key = keyOf(runId, node, task);
  const known = folded.nodeRuns.get(key);
  if (known) known.attempts = mergeAttempts(known.attempts, [attemptOf(event)]);
  else folded.nodeRuns.set(key, { runId, node, task, attempts: [attemptOf(event)] });
  if (event.type === "node.started") return;
  const origin: Origin = { attempt: event.attempt, writer: arrival.writer, seq: event.seq };
  for (const attribute of event.attributes ?? []) {
    const attributeKey = keyOf(runId, node, task, attribute.name);
    const known = folded.attributes.get(attributeKey);
    if (known && compareOrigins(known.origin, origin) > 0) continue;
    folded.attributes.set(attributeKey, { runId, node, task, origin, attribute });
  }
}

function attemptOf(event: NodeStarted | NodeFinished): Attempt {
  const { attempt, startedAt } = event;
  const start = startedAt === undefined ? null : instantOf(startedAt);
  if (event.type === "node.started") {
    return { attempt, status: "running", startedAt: start, finishedAt: null, error: null };
  }
  const { status, error = null, finishedAt } = event;
  return { attempt, status, startedAt: start, finishedAt: instantOf(finishedAt), error };
}
