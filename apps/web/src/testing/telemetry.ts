import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { drain } from "@heddle/core";
import type { World } from "./world";

/** An event before its writer has numbered it. */
type Unnumbered<Event> = Event extends TelemetryEvent ? Omit<Event, "seq"> : never;
export type Sent = Unnumbered<TelemetryEvent>;

interface Sender {
  keys: { ingest: string };
}

/** A batch as a client writes it, from a writer that writes no other. */
export function batchOf(events: Sent[]) {
  return {
    writer: randomUUID(),
    batch: 0,
    sentAt: new Date().toISOString(),
    sdk: { name: "test", version: "0" },
    events: events.map((event, seq) => ({ ...event, seq })),
  };
}

/** Sends events through the HTTP API. */
export function send(world: World, tenant: Sender, events: Sent[]): Promise<Response> {
  return Promise.resolve(
    world.api.request("/api/v1/telemetry", {
      method: "POST",
      headers: { authorization: `Bearer ${tenant.keys.ingest}`, "content-type": "application/json" },
      body: JSON.stringify(batchOf(events)),
    }),
  );
}

/** Does what a worker does with the inbox. */
async function drainAll({ services }: World): Promise<void> {
  while ((await drain({ ctx: services })).batches.length > 0);
}

/** Sends events and stores them. */
export async function store(world: World, tenant: Sender, events: Sent[]): Promise<void> {
  const answer = await send(world, tenant, events);
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  await drainAll(world);
}

const start = Date.now() - 60_000;

/** An instant so many milliseconds after the beginning of every test run. */
const at = (ms: number) => new Date(start + ms).toISOString();

export function runStarted(runId: string, more: Partial<Extract<Sent, { type: "run.started" }>> = {}): Sent {
  return { type: "run.started", runId, pipeline: "daily", startedAt: at(0), ...more };
}

export function nodeFinished(
  runId: string,
  node: string,
  more: Partial<Extract<Sent, { type: "node.finished" }>> = {},
): Sent {
  const times = { startedAt: at(0), finishedAt: at(10) };
  return { type: "node.finished", runId, node, task: "", attempt: 0, status: "succeeded", ...times, ...more };
}

export function runFinished(
  runId: string,
  status: "succeeded" | "failed" | "cancelled" = "succeeded",
  durationMs = 1000,
): Sent {
  return { type: "run.finished", runId, status, finishedAt: at(durationMs) };
}

/** A run that did well, with one node. */
export function wholeRun(runId = createUuidV7(), durationMs = 1000): Sent[] {
  return [runStarted(runId), nodeFinished(runId, "load"), runFinished(runId, "succeeded", durationMs)];
}
