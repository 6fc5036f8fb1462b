import type { NodeDetail, NodeKind, NodeStatus } from "@heddle/contract";
import { nameKey, type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";
import { loadPlan, type PlannedRun } from "../run/load-run";
import { readNeighbours } from "../run/neighbours";
import { type FullDefinition, readDefinition, readSource } from "../run/node-definition";
import { findPipeline, noSuchNode } from "./find-pipeline";
import type { GetNodePageInput } from "./inputs";
import { readNodeVersions, unchangedSince } from "./node-versions";

/** How many of the newest runs are asked for a node that no version defines. */
const RECENT_RUNS = 1000;

/** A node of a pipeline as one of its versions defines it. */
export interface NodePage {
  name: string;
  pipeline: string;
  kind: NodeKind;
  type: string | null;
  doc: string | null;
  module: string | null;
  owner: string | null;
  tags: Record<string, string>;
  path: string | null;
  startLine: number | null;
  /** The version that says so; null when no version that arrived has the node. */
  codeVersion: string | null;
  /** Hash of the node's own code; null until it is computed. */
  codeHash: string | null;
  /** The newest version of the pipeline no longer has the node. */
  removed: boolean;
  /** Since when, of the versions that are kept, its own code is the same: ISO 8601. `first`: as long as known. */
  unchanged: { since: string; first: boolean } | null;
  /** With their state in the run below. */
  upstream: { name: string; status: NodeStatus }[];
  downstream: { name: string; status: NodeStatus }[];
  /** The newest run of the pipeline, or the one asked for. */
  run: { id: string; number: number | null; status: NodeStatus | null };
  source: NodeDetail["source"];
}

const NEWEST_RUN = `
  select id from run where project_id = $1 and pipeline_id = $2 order by id desc limit 1`;

const RAN = `
  select exists (
    select from (
      select id from run where project_id = $1 and pipeline_id = $2 order by id desc limit ${RECENT_RUNS}
    ) as recent
    cross join lateral (
      select from node_run n where n.project_id = $1 and n.run_id = recent.id and n.node = $3 limit 1
    ) as n) as ran`;

const STATE = `
  select r.number, exists (
      select from node_version where project_id = $1 and code_version = r.code_version) as defined,
    (select status from node_run n where n.project_id = $1 and n.run_id = r.id and n.node = $3
      order by n.task limit 1) as status
  from run r where r.project_id = $1 and r.id = $2`;

/** A node of a pipeline, as a run or the newest version that has it defines it. */
export async function getNodePage(args: { ctx: Context; input: GetNodePageInput }): Promise<NodePage> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const node = nameKey(input.node).key;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const pipelineId = await findPipeline(client, projectId, input.pipeline);
    const plan = await loadPlan(client, projectId, await runOf(client, projectId, pipelineId, input.run));
    const { rows } = await client.query<{
      number: number | null;
      defined: boolean;
      status: NodeStatus | null;
    }>(STATE, [projectId, plan.id, node]);
    const state = rows[0];
    const versions = await readNodeVersions(client, projectId, nameKey(input.pipeline).key, node);
    const here = await readDefinition(client, projectId, plan.codeVersion, node);
    const having = here ? plan.codeVersion : (versions.find(({ has }) => has)?.version ?? null);
    const definition = here ?? (await readDefinition(client, projectId, having, node));
    if (!definition && !(await ranLately(client, projectId, pipelineId, node))) throw noSuchNode();

    const around = await neighboursOf(client, projectId, plan, definition);
    const source = await readSource(client, projectId, definition);
    const names = [...around.upstream, ...around.downstream].map(({ name }) => name);
    const fullName = await fullNames(client, projectId, [node, ...names]);
    const named = (other: { name: string; status: NodeStatus }) => ({ ...other, name: fullName(other.name) });
    return {
      name: fullName(node),
      pipeline: input.pipeline,
      kind: definition?.kind ?? "step",
      type: definition?.type ?? null,
      doc: definition?.doc ?? null,
      module: definition?.module ?? null,
      owner: definition?.owner ?? null,
      tags: definition?.tags ?? {},
      path: definition?.path ?? null,
      startLine: definition?.startLine ?? null,
      codeVersion: having,
      codeHash: versions.find(({ version }) => version === having)?.codeHash ?? null,
      removed: !here && definition !== null && (state?.defined ?? false),
      unchanged: unchangedSince(versions, having),
      upstream: around.upstream.map(named),
      downstream: around.downstream.map(named),
      run: { id: plan.id, number: state?.number ?? null, status: state?.status ?? null },
      source,
    };
  });
}

async function runOf(client: PoolClient, projectId: string, pipelineId: string, asked: string | undefined) {
  if (asked !== undefined) return asked;
  const { rows } = await client.query<{ id: string }>(NEWEST_RUN, [projectId, pipelineId]);
  if (rows[0]) return rows[0].id;
  throw noSuchNode();
}

async function ranLately(client: PoolClient, projectId: string, pipelineId: string, node: string) {
  const { rows } = await client.query<{ ran: boolean }>(RAN, [projectId, pipelineId, node]);
  return rows[0]?.ran ?? false;
}

async function neighboursOf(
  client: PoolClient,
  projectId: string,
  plan: PlannedRun,
  definition: FullDefinition | null,
) {
  const { dependencies, downstream } = definition ?? { dependencies: [], downstream: [] };
  return await readNeighbours(client, projectId, plan, { dependencies, downstream });
}
