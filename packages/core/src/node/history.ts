import type { ColumnKind, NodeStatus, RunMarks, RunStatus } from "@heddle/contract";
import { nameKey, withScopeClient } from "@heddle/db";
import { readRunMarks } from "../comparison/run-marks";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";
import { readSilence, shownStatus } from "../run/lost";
import { durationMs } from "../run/run-row";
import { commonDistribution, type Distribution } from "./distribution";
import { type Figures, figuresOf } from "./figures";
import { findPipeline } from "./find-pipeline";
import type { NodeHistoryInput } from "./inputs";
import { type ColumnRow, readColumnHistory, readColumns, readNewestProfile, spreadOf } from "./read-columns";
import { readNodeHashes } from "./read-hashes";
import { type HistoryRunRow, readHistoryRuns, readRunIds, readTaskNames } from "./read-runs";
import { type CodeStep, codeStep, revisionOf } from "./revisions";

/** Of longer histories the marks of input, configuration and packages are not read. */
const MARKED_RUNS = 200;

export interface HistoryRun {
  id: string;
  number: number | null;
  status: RunStatus;
  /** ISO 8601. */
  startedAt: string;
  codeVersion: string | null;
  /** The node's code with all that it is computed from; null when the run names no version. */
  revision: string | null;
  /** Against the run before; null for the pipeline's first run. */
  code: CodeStep | null;
  /** Against the run before; null for a first run, and in long histories. */
  marks: RunMarks | null;
  /** What became of the task of the node; null when nothing was heard of it. */
  node: { status: NodeStatus; attempt: number; durationMs: number | null } | null;
  figures: Figures | null;
}

export interface NodeHistory {
  /** Oldest first. */
  runs: HistoryRun[];
  hasOlder: boolean;
  task: string;
  /** Tasks of the node in the newest run that has it. */
  tasks: string[];
  /** Of the newest profile; one column named "" is that of a value that is no table. */
  columns: { name: string; kind: ColumnKind; dataType: string }[];
  column: string | null;
  kind: ColumnKind | null;
  distribution: Distribution | null;
}

/** A node over the runs of its pipeline: what became of it, what it produced, and what changed in between. */
export async function getNodeHistory(args: {
  ctx: Context;
  input: NodeHistoryInput;
  /** Since when telemetry could reach us: silence before that does not make a run lost. */
  ingestUpSince: Date;
}): Promise<NodeHistory> {
  const { ctx, input, ingestUpSince } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const node = nameKey(input.node).key;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const pipelineId = await findPipeline(client, projectId, input.pipeline);
    const place = { projectId, pipelineId, node };
    const [from, to] = [input.from ?? null, input.to ?? null].sort(byId);
    // One more than is shown: the oldest is compared with it.
    const ids = await readRunIds(client, place, {
      from: from ?? null,
      to: to ?? null,
      limit: input.limit + 1,
    });
    const tasks = await readTaskNames(client, place, ids);
    const task = input.task === undefined ? (tasks[0] ?? "") : nameKey(input.task).key;
    const rows = await readHistoryRuns(client, place, ids, task);
    const shown = rows.slice(-input.limit);
    const shownIds = shown.map(({ id }) => id);
    const hashes = await readNodeHashes(
      client,
      projectId,
      rows.map(({ codeVersion }) => codeVersion),
      node,
    );
    const marks = shown.length <= MARKED_RUNS ? await readRunMarks(client, projectId, shown) : null;

    const at = { projectId, node, task };
    const profile = await readNewestProfile(client, at, shownIds);
    const columns = profile ? await readColumns(client, at, profile) : [];
    const asked = input.column === undefined ? null : nameKey(input.column).key;
    const column = profile ? (asked ?? firstColumn(columns)) : null;
    const stats =
      profile && column !== null
        ? await readColumnHistory(client, at, shownIds, { attribute: profile.attribute, column })
        : new Map<string, never>();

    const silence = await readSilence(client, { projectId, now: ctx.now(), ingestUpSince });
    const fullName = await fullNames(client, projectId, [
      ...columns.map(({ name }) => name),
      ...tasks,
      column,
    ]);
    const runs = shown.map((row, index) => {
      const before = rows[rows.length - shown.length + index - 1];
      const stat = stats.get(row.id);
      return {
        id: row.id,
        number: row.number,
        status: shownStatus(row, silence),
        startedAt: row.startedAt.toISOString(),
        codeVersion: row.codeVersion,
        revision: revisionOf(row, hashes),
        code: before ? codeStep(before, row, hashes) : null,
        marks: marks?.get(row.id) ?? null,
        node: nodeOf(row),
        figures: stat ? figuresOf(stat) : null,
      };
    });
    const spreads = shown.map(({ id }) => {
      const stat = stats.get(id);
      return stat ? spreadOf(stat) : null;
    });
    return {
      runs,
      hasOlder: rows.length > shown.length,
      task: fullName(task),
      tasks: tasks.map(fullName),
      columns: columns.map((one) => ({ ...one, name: fullName(one.name) })),
      column: column === null ? null : fullName(column),
      kind: columns.find(({ name }) => name === column)?.kind ?? [...stats.values()][0]?.kind ?? null,
      distribution: commonDistribution(spreads),
    };
  });
}

/** UUIDs of version 7 sort by their time; a bound that is left out stays where it is. */
function byId(a: string | null, b: string | null): number {
  return a === null || b === null ? 0 : a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

/** The first column of numbers, because it has most to show, else the first one. */
function firstColumn(columns: readonly ColumnRow[]): string | null {
  return (columns.find(({ kind }) => kind === "numeric") ?? columns[0])?.name ?? null;
}

function nodeOf(row: HistoryRunRow): HistoryRun["node"] {
  if (row.nodeStatus === null) return null;
  return {
    status: row.nodeStatus,
    attempt: row.attempt ?? 0,
    durationMs: durationMs(row.nodeStartedAt, row.nodeFinishedAt),
  };
}
