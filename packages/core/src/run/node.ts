import type { NodeDetail } from "@heddle/contract";
import { nameKey, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { DomainError } from "../error/domain-error";
import { fullNames } from "./full-names";
import type { GetNodeInput } from "./inputs";
import { loadPlan } from "./load-run";
import { readNeighbours } from "./neighbours";
import { readDefinition, readSource } from "./node-definition";
import { readOutput } from "./node-output";
import { nodeRunOf } from "./node-run-row";
import { readTasks } from "./node-tasks";

/** What is said of a node whose code version has not arrived. */
const UNDEFINED = {
  kind: "step",
  type: null,
  doc: null,
  module: null,
  owner: null,
  tags: {},
  dependencies: [],
  downstream: [],
} as const;

/** Everything known about one node in one run. */
export async function getNode(args: { ctx: Context; input: GetNodeInput }): Promise<NodeDetail> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const node = nameKey(input.node).key;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const run = await loadPlan(client, projectId, input.runId);
    const definition = await readDefinition(client, projectId, run.codeVersion, node);
    const tasks = await readTasks(client, projectId, run.id, node);
    if (!definition && tasks.length === 0 && !run.planned.has(node)) throw noSuchNode();
    const task = input.task === undefined ? (tasks[0]?.task ?? "") : nameKey(input.task).key;
    const { profile, attributes } = await readOutput(client, { projectId, runId: run.id, node, task });
    const { dependencies, downstream, ...known } = definition ?? UNDEFINED;
    const around = await readNeighbours(client, projectId, run, {
      dependencies: [...dependencies],
      downstream: [...downstream],
    });
    const source = await readSource(client, projectId, definition);
    const keys = [
      ...dependencies,
      ...downstream,
      ...tasks.map((row) => row.task),
      ...attributes.map(({ name }) => name),
    ];
    const fullName = await fullNames(client, projectId, [node, ...keys]);
    const named = (other: NodeDetail["upstream"][number]) => ({ ...other, name: fullName(other.name) });
    return {
      name: fullName(node),
      kind: known.kind,
      type: known.type,
      doc: known.doc,
      module: known.module,
      owner: known.owner,
      tags: known.tags,
      upstream: around.upstream.map(named),
      downstream: around.downstream.map(named),
      source,
      runs: tasks.map((row) => ({ ...nodeRunOf(row, fullName), earlier: row.earlier })),
      profile,
      attributes: attributes.map((attribute) => ({ ...attribute, name: fullName(attribute.name) })),
    };
  });
}

function noSuchNode(): DomainError {
  return new DomainError("not_found", "There is no such node in this run.", {
    path: "/node",
    fix: "Choose one of the nodes that the run's graph shows.",
  });
}
