import { randomUUID } from "node:crypto";
import {
  type Attribute,
  type CodeManifest,
  createUuidV7,
  PROFILE_TYPE,
  PROFILE_VERSION,
  type TelemetryEvent,
} from "@heddle/contract";
import { gzipped } from "@heddle/core/testing";
import { profileValue } from "@heddle/stats";
import { versionOf } from "./version-of";

/** One request, ready to be sent. */
export interface Batch {
  writer: string;
  number: number;
  runId: string;
  body: Uint8Array;
  /** Node runs that end in it. */
  nodeRuns: number;
}

/** Batches that one connection sends in this order. */
export type Conversation = Batch[];

/** Nodes of a run, and how often such a run comes among a hundred: most are small, a few are huge. */
const SIZES = [
  { nodes: 20, share: 40 },
  { nodes: 50, share: 30 },
  { nodes: 150, share: 18 },
  { nodes: 500, share: 9 },
  { nodes: 1500, share: 2 },
  { nodes: 4000, share: 1 },
];
const EVENTS_AT_LEAST = 100;
const EVENTS_AT_MOST = 500;
const PROFILES = 50;
const ROWS = 500;

/**
 * Runs of 20 to 4,000 nodes until there are `nodeRuns`, spread over as many conversations; each node has a profile of
 * three columns that the SDK's own profiler made of random numbers. Every run is of another writer.
 */
export function makeWorkload(nodeRuns: number, conversations: number): Conversation[] {
  const random = randomNumbers(nodeRuns);
  const profiles = Array.from({ length: PROFILES }, () => makeProfile(random));
  const made: Conversation[] = Array.from({ length: conversations }, () => []);
  const totals = made.map(() => 0);
  for (let total = 0; total < nodeRuns; ) {
    const nodes = Math.min(pickSize(random), nodeRuns - total);
    const shortest = totals.indexOf(Math.min(...totals));
    made[shortest]?.push(...makeRun(nodes, profiles, random));
    totals[shortest] = (totals[shortest] ?? 0) + nodes;
    total += nodes;
  }
  return made;
}

function makeRun(nodes: number, profiles: Attribute[], random: () => number): Batch[] {
  const runId = createUuidV7();
  const writer = randomUUID();
  const events = eventsOf(runId, nodes, profiles, random);
  const batches: Batch[] = [];
  for (let from = 0; from < events.length; ) {
    const size = EVENTS_AT_LEAST + Math.floor(random() * (EVENTS_AT_MOST - EVENTS_AT_LEAST + 1));
    const part = events.slice(from, from + size);
    const number = batches.length;
    const { body } = gzipped({ writer, batch: number, events: part });
    const nodeRuns = part.filter((event) => event.type === "node.finished").length;
    batches.push({ writer, number, runId, body, nodeRuns });
    from += size;
  }
  return batches;
}

function eventsOf(runId: string, nodes: number, profiles: Attribute[], random: () => number) {
  const { hash, manifest } = versionOf(nodes);
  const events: TelemetryEvent[] = [];
  const base = () => ({ runId, seq: events.length });
  let clock = Date.now();
  const now = () => new Date(clock++).toISOString();
  const names = manifest.nodes.map((node) => node.name);
  const started = {
    pipeline: manifest.pipeline,
    startedAt: now(),
    plannedNodes: names,
    heartbeatSeconds: 15,
  };
  events.push({ ...base(), type: "run.started", ...started, codeVersion: hash, tags: { env: "production" } });
  if (isFirstOf(manifest)) events.push({ ...base(), type: "code.version", hash, manifest });
  for (const node of names) {
    const start = now();
    const event = { node, task: "", attempt: 0, startedAt: start };
    events.push({ ...base(), type: "node.started", ...event });
    const attributes = [profiles[Math.floor(random() * profiles.length)] as Attribute];
    const end = { status: "succeeded" as const, finishedAt: now(), attributes };
    events.push({ ...base(), type: "node.finished", ...event, ...end });
  }
  events.push({ ...base(), type: "run.finished", status: "succeeded", finishedAt: now() });
  return events;
}

const sent = new WeakSet<CodeManifest>();

/** A graph travels once, when the server asks for it. */
function isFirstOf(manifest: CodeManifest): boolean {
  if (sent.has(manifest)) return false;
  sent.add(manifest);
  return true;
}

function makeProfile(random: () => number): Attribute {
  const rows = Array.from({ length: ROWS }, (_, id) => ({
    spend: random() * 1000,
    signups: Math.floor(random() * 200),
    score: random() + random() + random() - id / ROWS,
  }));
  const value = JSON.parse(JSON.stringify(profileValue(rows)));
  return { name: "result", role: "result", type: PROFILE_TYPE, schemaVersion: PROFILE_VERSION, value };
}

function pickSize(random: () => number): number {
  let left = random() * 100;
  for (const { nodes, share } of SIZES) {
    left -= share;
    if (left < 0) return nodes;
  }
  return 20;
}

/** The same numbers in each run of the benchmark: mulberry32, https://github.com/cprosche/mulberry32 */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
