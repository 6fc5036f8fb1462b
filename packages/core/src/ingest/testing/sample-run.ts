import { createHash } from "node:crypto";
import {
  type Attribute,
  type CodeManifest,
  createUuidV7,
  type ErrorReport,
  manifestIdentity,
  PROFILE_TYPE,
  type Profile,
  type TelemetryEvent,
} from "@heddle/contract";

type WithoutBase<Event> = Event extends TelemetryEvent ? Omit<Event, "seq" | "runId"> : never;

export interface SampleRun {
  runId: string;
  versionHash: string;
  /** The sources of the version, by their SHA-256. */
  blobs: Map<string, string>;
  events: TelemetryEvent[];
}

const START = "2026-11-20T10:00:00.000Z";

/**
 * A run as clients send it: a graph in a chain, profiles of three columns, a retry that works at node 1,
 * and a failure at the last node but one with the last node skipped.
 */
export function sampleRun(nodes: number, runId: string = createUuidV7()): SampleRun {
  const { manifest, hash, blobs } = sampleVersion(nodes);
  const events: TelemetryEvent[] = [];
  const say = (event: WithoutBase<TelemetryEvent>) =>
    events.push({ ...event, runId, seq: events.length } as TelemetryEvent);
  const names = manifest.nodes.map((node) => node.name);
  say({
    type: "run.started",
    pipeline: manifest.pipeline,
    startedAt: at(0),
    codeVersion: hash,
    tags: { team: "growth" },
    config: { region: "eu", depth: [1, 2.5] },
    inputs: [
      { name: "day", role: "parameter", type: "heddle.scalar", schemaVersion: 1, value: "2026-11-20" },
    ],
    heartbeatSeconds: 10,
    trigger: "schedule",
    plannedNodes: names,
    environment: ENVIRONMENT,
  });
  say({ type: "code.version", hash, manifest });
  for (const [index, node] of names.entries()) {
    const base = { node, task: "", attempt: 0 } as const;
    if (index === nodes - 1) {
      say({ type: "node.finished", ...base, status: "skipped", finishedAt: at(index * 10) });
      continue;
    }
    say({ type: "node.started", ...base, startedAt: at(index * 10) });
    const failed = { status: "failed", error: errorOf(`node ${index} broke`) } as const;
    const attributes = [profileOf(node, index), note(index)];
    if (index === 1) {
      say({ type: "node.finished", ...base, ...failed, finishedAt: at(index * 10 + 2) });
      say({ type: "node.started", ...base, attempt: 1, startedAt: at(index * 10 + 3) });
      say({
        type: "node.finished",
        ...base,
        attempt: 1,
        status: "succeeded",
        finishedAt: at(index * 10 + 7),
        attributes,
      });
    } else if (index === nodes - 2) {
      say({ type: "node.finished", ...base, ...failed, finishedAt: at(index * 10 + 7) });
    } else {
      say({
        type: "node.finished",
        ...base,
        status: "succeeded",
        finishedAt: at(index * 10 + 7),
        attributes,
      });
    }
    if (index % 5 === 0) say({ type: "run.heartbeat", at: at(index * 10 + 8) });
  }
  say({
    type: "run.finished",
    status: "failed",
    finishedAt: at(nodes * 10),
    error: errorOf("the run broke"),
  });
  return { runId, versionHash: hash, blobs, events };
}

function sampleVersion(nodes: number) {
  const source = Array.from({ length: nodes }, (_, i) => `export const n${i} = () => ${i};`).join("\n");
  const sha256 = createHash("sha256").update(source).digest("hex");
  const manifest: CodeManifest = {
    pipeline: "features",
    config: { region: "eu" },
    files: [{ path: "src/features.ts", sha256, language: "typescript" }],
    nodes: Array.from({ length: nodes }, (_, i) => ({
      name: `n${i}`,
      kind: "function",
      dependencies: i === 0 ? [] : [`n${i - 1}`],
      source: { path: "src/features.ts", startLine: i + 1, endLine: i + 1 },
    })),
  };
  const hash = createHash("sha256").update(manifestIdentity(manifest)).digest("hex");
  return { manifest, hash, blobs: new Map([[sha256, source]]) };
}

function at(milliseconds: number): string {
  return new Date(Date.parse(START) + milliseconds).toISOString();
}

function errorOf(message: string): ErrorReport {
  const frames = [{ function: "merge", file: "/app/src/features.ts", line: 3, column: 1, own: true }];
  return { type: "MergeError", message, stack: `MergeError: ${message}\n  at merge`, frames, causes: [] };
}

function note(index: number): Attribute {
  return { name: "rows", role: "metric", type: "heddle.scalar", schemaVersion: 1, value: index * 100 };
}

/** A profile of three numeric columns with 64 bins each, different for each node. */
export function profileOf(node: string, seed: number): Attribute {
  const column = (position: number) => ({
    name: `${node}_${position}`,
    kind: "numeric" as const,
    dataType: "number",
    count: 1000 + seed,
    missing: seed,
    distinct: { count: 900, exact: true },
    numeric: {
      nan: 0,
      infinite: 0,
      zeros: 1,
      negative: 2,
      min: -1.5,
      max: seed + 0.25,
      mean: seed / 3,
      std: 1.25,
      quantiles: { p: [0.25, 0.5, 0.75], values: [0, seed / 2, seed] },
      histogram: {
        low: -1.5,
        high: seed + 0.25,
        counts: Array.from({ length: 64 }, (_, bin) => bin * position + seed),
      },
    },
  });
  const columns = [0, 1, 2].map(column);
  const value: Profile = {
    shape: "table",
    dataType: "Table",
    rows: 1000,
    columnCount: 3,
    columns,
    sampledRows: null,
  };
  return {
    name: "result",
    role: "result",
    type: PROFILE_TYPE,
    schemaVersion: 1,
    value: JSON.parse(JSON.stringify(value)),
  };
}

const ENVIRONMENT = {
  runtime: { name: "node", version: "20.20.2" },
  os: { name: "linux", version: "6.1", arch: "x64" },
  cpu: { model: "test", count: 2 },
  memoryBytes: 8_000_000_000,
  hostname: "host",
  user: null,
  container: true,
  ci: null,
  command: "node run.ts",
  packages: { zod: "4.6.7" },
  lockfileDigest: null,
  variables: {},
};
