import type { RunStatus } from "@heddle/contract";

export interface ChangedValue {
  name: string;
  /** As text; null where there is none. */
  before: string | null;
  after: string | null;
}

interface Change {
  /** Names of the pipelines in which the same changed; the run is of the first. */
  pipelines: string[];
  /** The first run with the change, and the one before it. */
  run: { id: string; number: number | null; status: RunStatus; startedAt: string };
  previousRun: { id: string; number: number | null };
}

export interface VersionChange extends Change {
  kind: "code";
  from: string;
  to: string;
  /** Counts of nodes by own code, and the names of some of them; null while that is not known. */
  nodes: { changed: number; added: number; removed: number; names: string[] } | null;
}

export interface ValuesChange extends Change {
  kind: "config" | "environment";
  /** The first of them, by name. */
  values: ChangedValue[];
  /** How many more there are. */
  more: number;
}

export type RecentChange = VersionChange | ValuesChange;

/** Whether a change may have changed what comes out: a version in which no node differs has not. */
export function isBehaviour(change: RecentChange): boolean {
  if (change.kind !== "code" || change.nodes === null) return true;
  const { changed, added, removed } = change.nodes;
  return changed + added + removed > 0;
}
