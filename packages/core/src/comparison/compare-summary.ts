import type { RunSummary } from "@heddle/contract";
import { withScopeClient } from "@heddle/db";
import { isSecretName, MASK, maskSecrets } from "@heddle/stats";
import { authorise } from "../context";
import type { VersionDiff } from "../version/diff";
import type { CompareRunsInput } from "./compare-inputs";
import { columnDiffers, hasMoved, mostMovedFirst } from "./compared-column";
import type { ComparedInput } from "./compared-inputs";
import { failureDiffers, nodeDiffers } from "./compared-node";
import { diffEnvironments, type EnvironmentChanges } from "./environment-facts";
import { type Cause, explain } from "./explain";
import { type CompareArgs, type Comparison, loadComparison } from "./load-comparison";
import type { LoadedNodes } from "./load-nodes";
import type { ComparedRun } from "./load-runs";
import { diffValues, type ValueChange, type ValueChanges } from "./value-changes";

/** A failure that is on one side only, or is another one there. */
export interface ComparedFailure {
  /** Null: the run itself failed, or was lost. */
  node: string | null;
  type: string | null;
  message: string | null;
  side: "a" | "b";
}

export interface ComparisonSummary {
  a: RunSummary;
  b: RunSummary;
  failures: ComparedFailure[];
  moreFailures: number;
  causes: Cause[];
  moreCauses: number;
  inputs: ComparedInput[];
  config: ValueChanges;
  /** Null when one of the runs did not say what it ran on. */
  environment: EnvironmentChanges | null;
  /** Commit, branch, trigger, tags. */
  setup: ValueChanges;
  /** How many there are, and how many of them do not differ. */
  functions: { total: number; same: number; unknown: number };
  nodes: { total: number; differing: number };
  graph: LoadedNodes["shape"] & { same: boolean };
  /** `moved`: beyond what chance does. `absent`: of nodes that produced something on one side only. */
  columns: { total: number; same: number; moved: number; differing: number; absent: number; cut: boolean };
  /** Nothing that was recorded differs. */
  equal: boolean;
}

const FAILURES_LISTED = 20;

/** What differs between two runs, what it may explain, and how much is the same. */
export async function compareSummary(args: CompareArgs<CompareRunsInput>): Promise<ComparisonSummary> {
  authorise(args.ctx, "read");
  return await withScopeClient(args.ctx.db, args.ctx.scope, async (client) =>
    summarise(await loadComparison(client, args)),
  );
}

function summarise(comparison: Comparison): ComparisonSummary {
  const { a, b, nodes, versions, columns, inputs } = comparison;
  const failures = failuresOf(comparison);
  const config = configOf(a, b, versions);
  const environment = diffEnvironments(a.environment, b.environment);
  const movedFirst = mostMovedFirst(columns.columns.filter(hasMoved));
  const { causes, more } = explain({
    nodes,
    failed: failures.map(({ node }) => node),
    moved: [...new Set(movedFirst.map(({ node }) => node))],
    inputs: inputs.filter(({ same }) => same === false),
    configChanges: config.changes.length,
    environmentChanges: environment
      ? environment.packages.changes.length +
        environment.machine.changes.length +
        environment.variables.changes.length
      : 0,
  });
  const compared = columns.columns.filter(({ change }) => change !== "absent");
  const functions = nodes.filter(({ kind }) => kind !== "input");
  const count = {
    functions: {
      total: functions.length,
      same: functions.filter(({ difference }) => difference === "same" || difference === "upstream").length,
      unknown: functions.filter(({ difference }) => difference === "unknown").length,
    },
    nodes: { total: nodes.length, differing: nodes.filter(nodeDiffers).length },
    columns: {
      total: compared.length,
      same: compared.filter(({ change }) => change === "same").length,
      moved: movedFirst.length,
      differing: compared.filter(columnDiffers).length,
      absent: columns.columns.length - compared.length,
      cut: columns.cut,
    },
  };
  return {
    ...{ a: a.summary, b: b.summary, inputs, config, environment, causes, moreCauses: more, ...count },
    failures: failures.slice(0, FAILURES_LISTED),
    moreFailures: Math.max(0, failures.length - FAILURES_LISTED),
    setup: diffValues(setupOf(a.summary), setupOf(b.summary)),
    graph: graphOf(comparison),
    equal:
      causes.length === 0 &&
      count.nodes.differing === 0 &&
      count.columns.same === count.columns.total &&
      count.functions.unknown === 0 &&
      a.summary.status === b.summary.status,
  };
}

/** Failed nodes that are not the same failure on both sides; the runs themselves when no node failed. */
function failuresOf({ a, b, nodes }: Comparison): ComparedFailure[] {
  const ofNodes = nodes.filter(failureDiffers).map(({ name, before, after }): ComparedFailure => {
    const side = after?.status === "failed" ? "b" : "a";
    const error = (side === "b" ? after : before)?.error ?? null;
    return { node: name, type: error?.type ?? null, message: error?.message ?? null, side };
  });
  if (ofNodes.length > 0) return ofNodes.sort((x, y) => (x.side === y.side ? 0 : x.side === "b" ? -1 : 1));
  const [then, now] = [endedBadly(a), endedBadly(b)];
  if (then === now) return [];
  const run = now ? b : a;
  return [
    { node: null, type: run.error?.type ?? null, message: run.error?.message ?? null, side: now ? "b" : "a" },
  ];
}

function endedBadly({ summary: { status } }: ComparedRun): boolean {
  return status === "failed" || status === "lost";
}

/** The runs' configuration, and of their versions' what the runs did not say again. */
function configOf(a: ComparedRun, b: ComparedRun, versions: VersionDiff | null): ValueChanges {
  const own = diffValues(a.config, b.config);
  const ofVersions = (versions?.config ?? [])
    .filter(({ key }) => !(key in a.config) && !(key in b.config))
    .map(({ key, before, after }): ValueChange => {
      const shown = (text: string | null) => text && (isSecretName(key) ? MASK : maskSecrets(text));
      return { path: key, before: shown(before), after: shown(after) };
    });
  return { ...own, changes: [...own.changes, ...ofVersions] };
}

function setupOf({ git, trigger, tags }: RunSummary) {
  return {
    ...(git ? { commit: git.commit, branch: git.branch, localChanges: git.dirty, author: git.author } : {}),
    trigger,
    tags,
  };
}

function graphOf({ nodes, shape }: Comparison): ComparisonSummary["graph"] {
  const own = nodes.some(({ difference }) => difference === "added" || difference === "removed");
  const same =
    !own && shape.before.edges === shape.after.edges && nodes.every(({ dropped }) => dropped.length === 0);
  return { ...shape, same };
}
