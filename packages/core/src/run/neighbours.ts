import type { NodeDetail } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { readKinds } from "./definitions";
import { readFoldedTasks } from "./folded-tasks";
import type { PlannedRun } from "./load-run";
import { nodeStatus, takesPart } from "./node-status";

type Neighbours = Pick<NodeDetail, "upstream" | "downstream">;

/** The nodes before and after a node, with what became of them; those outside the run are left out. */
export async function readNeighbours(
  client: PoolClient,
  projectId: string,
  run: PlannedRun,
  around: { dependencies: string[]; downstream: string[] },
): Promise<Neighbours> {
  const keys = [...around.dependencies, ...around.downstream];
  if (keys.length === 0) return { upstream: [], downstream: [] };
  const kinds = await readKinds(client, projectId, run.codeVersion, keys);
  const recorded = await readFoldedTasks(client, projectId, run.id, keys);
  const view = (key: string) => {
    const kind = kinds.get(key) ?? "step";
    const status = recorded.get(key)?.status;
    if (!takesPart(run, { key, kind }, status !== undefined)) return [];
    return [{ name: key, status: nodeStatus(run, kind, status) }];
  };
  return { upstream: around.dependencies.flatMap(view), downstream: around.downstream.flatMap(view) };
}
