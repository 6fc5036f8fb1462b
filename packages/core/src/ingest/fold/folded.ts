import type { Attribute, CodeManifest, Environment, GitState } from "@heddle/contract";
import type { Attempt } from "./attempt";
import type { Origin } from "./origin";
import type { RunState } from "./run-state";

interface NodeRunState {
  runId: string;
  node: string;
  task: string;
  attempts: Attempt[];
}

export interface AttributeState {
  runId: string;
  node: string;
  task: string;
  origin: Origin;
  attribute: Attribute;
}

export interface VersionState {
  manifest: CodeManifest;
  git: GitState | null;
}

/** What a set of events amounts to. Keys of `nodeRuns` and `attributes` come from `keyOf`. */
export interface Folded {
  runs: Map<string, RunState>;
  nodeRuns: Map<string, NodeRunState>;
  attributes: Map<string, AttributeState>;
  versions: Map<string, VersionState>;
  /** By hash. */
  environments: Map<string, Environment>;
}

export function emptyFold(): Folded {
  return {
    runs: new Map(),
    nodeRuns: new Map(),
    attributes: new Map(),
    versions: new Map(),
    environments: new Map(),
  };
}

/** One text for several names. Names cannot hold NUL: it is replaced when a batch is read. */
export function keyOf(...names: string[]): string {
  return names.join("\0");
}
