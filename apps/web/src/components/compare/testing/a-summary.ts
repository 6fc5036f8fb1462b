import type { RunSummary } from "@heddle/contract";
import type { Cause, ComparisonSummary } from "@heddle/core";

const aRun = (id: string): RunSummary => ({
  id,
  number: 1,
  pipeline: "p",
  status: "succeeded",
  codeVersion: null,
  git: null,
  trigger: null,
  tags: {},
  startedAt: "2026-11-23T10:00:00.000Z",
  finishedAt: "2026-11-23T10:00:01.000Z",
  durationMs: 1000,
  usualMs: null,
  nodes: { total: 46, succeeded: 46, failed: 0, running: 0, skipped: 0 },
  failure: null,
  changed: null,
  lastSeenAt: "2026-11-23T10:00:01.000Z",
});

/** The code of a node upstream of a failure. */
export function aCause(more: Partial<Cause> = {}): Cause {
  return {
    kind: "code",
    node: "clean",
    input: null,
    change: "changed",
    weak: false,
    explains: "failure",
    target: "join",
    hops: 1,
    moved: [],
    movedTotal: 0,
    ...more,
  };
}

/** Two good runs with another version of a package and an input with gaps. */
export function aSummary(more: Partial<ComparisonSummary> = {}): ComparisonSummary {
  const none = { changes: [], more: 0, same: 0 };
  const side = {
    kind: "categorical" as const,
    dataType: "string",
    count: 1000,
    missing: 0,
    distinct: 9,
    mean: null,
    std: null,
    min: null,
    max: null,
  };
  const drift = { psi: 0.3, byChance: 0.01, level: "strong" as const };
  return {
    a: aRun("a"),
    b: aRun("b"),
    failures: [],
    moreFailures: 0,
    causes: [],
    moreCauses: 0,
    inputs: [
      {
        name: "orders",
        node: "orders",
        same: true,
        moved: true,
        rows: { before: 1000, after: 900 },
        columns: [{ column: "id", change: "changed", drift, before: side, after: { ...side, missing: 41 } }],
        declared: null,
      },
    ],
    config: none,
    environment: {
      packages: { changes: [{ name: "numpy", before: "1.26", after: "2.0" }], same: 3 },
      machine: none,
      variables: none,
    },
    setup: none,
    functions: { total: 46, same: 46, unknown: 0 },
    nodes: { total: 46, differing: 3 },
    graph: { before: { nodes: 46, edges: 71 }, after: { nodes: 46, edges: 71 }, same: true },
    columns: { total: 118, same: 118, moved: 0, differing: 0, absent: 0, cut: false },
    equal: false,
    ...more,
  };
}
