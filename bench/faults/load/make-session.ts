import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { gzipped, sampleRun } from "@heddle/core/testing";
import { between, chance, oneOf } from "../random";

/** A batch as it goes over the wire, and what the model must know of it. */
export interface Batch {
  writer: string;
  number: number;
  body: Uint8Array;
  events: { runId: string; seq: number }[];
}

export interface SentRun {
  id: string;
  pipeline: string;
  failed: boolean;
}

export interface Session {
  runs: SentRun[];
  batches: Batch[];
  /** Sources by their SHA-256. */
  blobs: Map<string, string>;
}

type Unnumbered = Omit<TelemetryEvent, "seq">;

const PIPELINES = ["features", "training", "scoring"] as const;
const NODES = { least: 4, most: 30 };
const EVENTS_PER_BATCH = { least: 3, most: 60 };

/** Some runs at once, told by two writers, so that runs share batches, and every run has several of two writers. */
export function makeSession(): Session {
  const samples = Array.from({ length: between(1, 3) }, makeRun);
  const told: [Unnumbered[], Unnumbered[]] = [[], []];
  const rest = samples.map((sample) => [...sample.events]);
  for (;;) {
    const open = rest.filter((events) => events.length > 0);
    const event = open[between(0, open.length - 1)]?.shift();
    if (!event) break;
    oneOf(told).push(event);
  }
  return {
    runs: samples.map(({ run }) => run),
    batches: told.flatMap((events) => cut(randomUUID(), events)),
    blobs: new Map(samples.flatMap(({ blobs }) => [...blobs])),
  };
}

function makeRun() {
  const nodes = between(NODES.least, NODES.most);
  const run: SentRun = { id: createUuidV7(), pipeline: oneOf(PIPELINES), failed: chance(0.4) };
  const sample = sampleRun(nodes, run.id);
  const events = sample.events.map((event) => adapt(event, run, `n${nodes - 2}`));
  return { run, events, blobs: sample.blobs };
}

/** The sample always fails, at one node; a run that is to succeed has it repaired. */
function adapt(event: TelemetryEvent, run: SentRun, broken: string): TelemetryEvent {
  if (event.type === "run.started") return { ...event, pipeline: run.pipeline };
  if (run.failed) return event;
  const ends = event.type === "run.finished" || (event.type === "node.finished" && event.node === broken);
  return ends ? { ...event, status: "succeeded", error: undefined } : event;
}

/** Numbers a writer's events and batches, as the SDK does for each process. */
function cut(writer: string, events: Unnumbered[]): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < events.length; ) {
    const size = between(EVENTS_PER_BATCH.least, EVENTS_PER_BATCH.most);
    const part = events.slice(at, at + size).map((event, index) => ({ ...event, seq: at + index }));
    const number = batches.length;
    const names = part.map(({ runId, seq }) => ({ runId, seq }));
    batches.push({
      writer,
      number,
      body: gzipped({ writer, batch: number, events: part }).body,
      events: names,
    });
    at += size;
  }
  return batches;
}
