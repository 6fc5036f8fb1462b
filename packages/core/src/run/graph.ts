import type { GraphNode, RunGraph } from "@heddle/contract";
import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { type Definition, readDefinitions } from "./definitions";
import { type FoldedTasks, readFoldedTasks } from "./folded-tasks";
import { fullNames } from "./full-names";
import type { GetRunInput } from "./inputs";
import { loadPlan } from "./load-run";
import { nodeStatus, type RunPlan, takesPart } from "./node-status";
import { readOutputs } from "./outputs";
import { durationMs } from "./run-row";

/** The nodes of a run with what became of each. */
export async function getRunGraph(args: { ctx: Context; input: GetRunInput }): Promise<RunGraph> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const run = await loadPlan(client, projectId, input.runId);
    const definitions = await readDefinitions(client, projectId, run.codeVersion);
    const recorded = await readFoldedTasks(client, projectId, run.id);
    const outputs = await readOutputs(client, projectId, run.id);
    const nodes = nodesOf(run, definitions, recorded);
    const fullName = await fullNames(
      client,
      projectId,
      nodes.flatMap((node) => [node.key, ...node.dependencies]),
    );
    return {
      codeVersion: definitions.length > 0 ? run.codeVersion : null,
      nodes: nodes.map((node) => ({
        ...graphNode(run, node, recorded.get(node.key), fullName),
        output: outputs.get(node.key) ?? null,
      })),
    };
  });
}

/** Nodes of the code first, then those that the run alone knows: seen ones, then planned ones. */
function nodesOf(run: RunPlan, definitions: Definition[], recorded: Map<string, FoldedTasks>): Definition[] {
  const defined = definitions.filter((node) => takesPart(run, node, recorded.has(node.key)));
  const known = new Set(definitions.map((node) => node.key));
  const others = [...new Set([...recorded.keys(), ...run.planned])].filter((key) => !known.has(key));
  return [...defined, ...others.map(undefinedNode)];
}

function undefinedNode(key: string): Definition {
  return { key, kind: "step", module: null, type: null, dependencies: [] };
}

function graphNode(
  run: RunPlan,
  node: Definition,
  tasks: FoldedTasks | undefined,
  fullName: (key: string) => string,
): Omit<GraphNode, "output"> {
  return {
    name: fullName(node.key),
    kind: node.kind,
    module: node.module,
    type: node.type,
    dependencies: node.dependencies.map(fullName),
    status: nodeStatus(run, node.kind, tasks?.status),
    attempt: tasks?.attempt ?? 0,
    tasks: tasks?.tasks ?? 1,
    startedAt: tasks?.startedAt?.toISOString() ?? null,
    finishedAt: tasks?.finishedAt?.toISOString() ?? null,
    durationMs: durationMs(tasks?.startedAt ?? null, tasks?.finishedAt ?? null),
    error: tasks?.error ?? null,
  };
}
