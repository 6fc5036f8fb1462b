import type { NodeKind } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { maskSecrets } from "@heddle/stats";
import { readDefinitions } from "../run/definitions";
import { type FoldedTasks, readFoldedTasks } from "../run/folded-tasks";
import { fullNames } from "../run/full-names";
import { nodeStatus, takesPart } from "../run/node-status";
import { readOutputs } from "../run/outputs";
import { durationMs } from "../run/run-row";
import { diffVersions, type VersionDiff } from "../version/diff";
import type { ComparedNode, NodeSide } from "./compared-node";
import type { ComparedRun } from "./load-runs";

export interface LoadedNodes {
  nodes: ComparedNode[];
  /** Null when one of the runs has no code version. */
  versions: VersionDiff | null;
  /** Names of nodes with a profile of their result, of each side. */
  produced: { before: ReadonlySet<string>; after: ReadonlySet<string> };
  /** Size of each version's graph; zero while it has not arrived. */
  shape: { before: GraphSize; after: GraphSize };
}

export interface GraphSize {
  nodes: number;
  edges: number;
}

type Sides = (name: string, kind: NodeKind) => NodeSide | null;

/** Every node of both runs, with what became of it on each side. */
export async function loadNodes(
  client: PoolClient,
  projectId: string,
  { a, b }: { a: ComparedRun; b: ComparedRun },
): Promise<LoadedNodes> {
  const versions =
    a.codeVersion !== null && b.codeVersion !== null
      ? await diffVersions(client, projectId, a.codeVersion, b.codeVersion)
      : null;
  const before = await loadSide(client, projectId, a);
  const after = await loadSide(client, projectId, b);
  const defined = versions?.nodes ?? [];
  const known = new Set(defined.map(({ name }) => name));
  const others = [...new Set([...after.names, ...before.names])].filter((name) => !known.has(name));
  const alone = new Map([...before.definitions, ...after.definitions]);
  const nodes = [
    ...defined,
    ...others.map((name) => ({
      ...(alone.get(name) ?? UNDEFINED),
      name,
      dropped: [],
      difference: "unknown" as const,
    })),
  ].flatMap(({ name, kind, module, dependencies, dropped, difference }): ComparedNode[] => {
    const [then, now] = [before.side(name, kind), after.side(name, kind)];
    if (!then && !now && difference !== "added" && difference !== "removed") return [];
    return [{ name, kind, module, dependencies, dropped, difference, before: then, after: now }];
  });
  return {
    nodes,
    versions,
    produced: { before: before.produced, after: after.produced },
    shape: { before: sizeOf(before), after: sizeOf(after) },
  };
}

const UNDEFINED = { kind: "step" as const, module: null, dependencies: [] };

interface Side {
  /** Nodes that the run itself named, and those of its version. */
  names: string[];
  definitions: Map<string, { kind: NodeKind; module: string | null; dependencies: string[] }>;
  produced: ReadonlySet<string>;
  side: Sides;
}

function sizeOf({ definitions }: Side): GraphSize {
  const edges = [...definitions.values()].reduce((sum, { dependencies }) => sum + dependencies.length, 0);
  return { nodes: definitions.size, edges };
}

async function loadSide(client: PoolClient, projectId: string, run: ComparedRun): Promise<Side> {
  const definitions = await readDefinitions(client, projectId, run.codeVersion);
  const recorded = await readFoldedTasks(client, projectId, run.id);
  const outputs = await readOutputs(client, projectId, run.id);
  const fullName = await fullNames(client, projectId, [
    ...definitions.flatMap(({ key, dependencies }) => [key, ...dependencies]),
    ...recorded.keys(),
    ...run.planned,
  ]);
  const keys = [...definitions.map(({ key }) => key), ...recorded.keys(), ...run.planned];
  const keyOf = new Map(keys.map((key) => [fullName(key), key]));
  const side: Sides = (name, kind) => {
    const key = keyOf.get(name);
    if (key === undefined) return null;
    const tasks = recorded.get(key);
    if (!takesPart(run, { key, kind }, tasks !== undefined)) return null;
    const output = outputs.get(key);
    return {
      status: nodeStatus(run, kind, tasks?.status),
      durationMs: durationMs(tasks?.startedAt ?? null, tasks?.finishedAt ?? null),
      attempt: tasks?.attempt ?? 0,
      rows: output?.shape === "scalar" ? null : (output?.rows ?? null),
      columnCount: output?.columnCount ?? null,
      error: errorOf(tasks),
    };
  };
  return {
    names: [...keyOf.keys()],
    definitions: new Map(
      definitions.map(({ key, kind, module, dependencies }) => [
        fullName(key),
        { kind, module, dependencies: dependencies.map(fullName) },
      ]),
    ),
    produced: new Set([...outputs.keys()].map(fullName)),
    side,
  };
}

function errorOf(tasks: FoldedTasks | undefined): NodeSide["error"] {
  return tasks?.error ? { type: tasks.error.type, message: maskSecrets(tasks.error.message) } : null;
}
