import type { PoolClient } from "@heddle/db";
import type { Context } from "../context";
import type { CompareRunsInput } from "./compare-inputs";
import { type ComparedInput, compareInputs } from "./compared-inputs";
import { type LoadedColumns, loadColumns } from "./load-columns";
import { type LoadedNodes, loadNodes } from "./load-nodes";
import { type ComparedRun, loadRuns } from "./load-runs";

export interface CompareArgs<Input extends CompareRunsInput> {
  ctx: Context;
  input: Input;
  /** Since when telemetry could reach us: silence before that does not make a run lost. */
  ingestUpSince: Date;
}

export interface Comparison extends LoadedNodes {
  a: ComparedRun;
  b: ComparedRun;
  columns: LoadedColumns;
  inputs: ComparedInput[];
}

/** All that was recorded about two runs, side by side. */
export async function loadComparison(
  client: PoolClient,
  args: CompareArgs<CompareRunsInput>,
): Promise<Comparison> {
  const { projectId } = args.ctx.scope;
  const { a, b } = await loadRuns(client, args);
  const loaded = await loadNodes(client, projectId, { a, b });
  const columns = await loadColumns(client, projectId, { a: a.id, b: b.id }, loaded.produced);
  return { a, b, ...loaded, columns, inputs: compareInputs({ a, b }, loaded.nodes, columns.columns) };
}
