import type { JsonValue, NodeKind, SourceFile, SourceSpan } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { fullNames } from "../run/full-names";
import { type ConfigChange, configChanges } from "./config-changes";
import { type Difference, differenceOf } from "./difference";

/** What is there of a version: its nodes' hashes, its nodes only, or nothing but its name. */
export type VersionState = "hashed" | "unhashed" | "missing";

export interface NodeDifference {
  name: string;
  kind: NodeKind;
  module: string | null;
  /** What it reads in the later version; in the earlier one when it was removed. */
  dependencies: string[];
  /** What it read in the earlier version only. */
  dropped: string[];
  difference: Difference;
  /** Where its code stands in each version; null when it has none there. */
  before: SourceSpan | null;
  after: SourceSpan | null;
}

/** What differs between two code versions. */
export interface VersionDiff {
  from: VersionState;
  to: VersionState;
  /** All nodes of both: those of the later version in the order of its code, then the removed ones. */
  nodes: NodeDifference[];
  config: ConfigChange[];
  /** The versions' source files. */
  files: { before: SourceFile[]; after: SourceFile[] };
}

interface VersionRow {
  hash: string;
  config: Record<string, JsonValue>;
  files: SourceFile[];
  hashed: boolean;
}

interface NodeRow {
  version: string;
  key: string;
  kind: NodeKind;
  module: string | null;
  dependencies: string[];
  path: string | null;
  startLine: number | null;
  endLine: number | null;
  codeHash: string | null;
  closureHash: string | null;
  hashAlgorithm: string | null;
}

const VERSIONS = `
  select hash, config, files, hashed_at is not null as hashed
  from code_version where project_id = $1 and hash = any($2::text[])`;

const NODES = `
  select code_version as version, node as key, kind, module, dependencies, path,
    start_line as "startLine", end_line as "endLine",
    code_hash as "codeHash", closure_hash as "closureHash", hash_algorithm as "hashAlgorithm"
  from node_version where project_id = $1 and code_version = any($2::text[]) order by position`;

/**
 * Compares two code versions of a project by their hashes. A version that has not arrived, or has no hashes yet,
 * makes the difference of the nodes "unknown"; that a node was added or removed is known without hashes.
 */
export async function diffVersions(
  client: PoolClient,
  projectId: string,
  from: string,
  to: string,
): Promise<VersionDiff> {
  const values = [projectId, [from, to]];
  const versions = await client.query<VersionRow>(VERSIONS, values);
  const { rows } = await client.query<NodeRow>(NODES, values);
  const [then, now] = [from, to].map((hash) => versions.rows.find((row) => row.hash === hash));
  const before = new Map(rows.filter((row) => row.version === from).map((row) => [row.key, row]));
  const after = new Map(rows.filter((row) => row.version === to).map((row) => [row.key, row]));
  const fullName = await fullNames(
    client,
    projectId,
    rows.flatMap(({ key, dependencies }) => [key, ...dependencies]),
  );
  const states = { from: stateOf(then), to: stateOf(now), equal: from === to };
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return {
    from: states.from,
    to: states.to,
    nodes: keys.flatMap((key) => nodeDifference(before.get(key), after.get(key), states, fullName) ?? []),
    config: then && now ? configChanges(then.config, now.config) : [],
    files: { before: then?.files ?? [], after: now?.files ?? [] },
  };
}

function stateOf(row: VersionRow | undefined): VersionState {
  if (!row) return "missing";
  return row.hashed ? "hashed" : "unhashed";
}

function nodeDifference(
  before: NodeRow | undefined,
  after: NodeRow | undefined,
  { from, to, equal }: Pick<VersionDiff, "from" | "to"> & { equal: boolean },
  fullName: (key: string) => string,
): NodeDifference | null {
  const shown = after ?? before;
  if (!shown) return null;
  const hashed = from === "hashed" && to === "hashed";
  const missing = from === "missing" || to === "missing";
  const known = !missing && (hashed || !before || !after);
  const kept = new Set(after?.dependencies);
  return {
    name: fullName(shown.key),
    kind: shown.kind,
    module: shown.module,
    dependencies: shown.dependencies.map(fullName),
    dropped: after ? (before?.dependencies ?? []).filter((key) => !kept.has(key)).map(fullName) : [],
    difference: equal ? "same" : known ? differenceOf(before, after) : "unknown",
    before: spanOf(before),
    after: spanOf(after),
  };
}

function spanOf(row: NodeRow | undefined): SourceSpan | null {
  if (!row || row.path === null || row.startLine === null || row.endLine === null) return null;
  return { path: row.path, startLine: row.startLine, endLine: row.endLine };
}
