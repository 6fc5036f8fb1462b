import type { PoolClient } from "@heddle/db";
import { textConditions } from "../catalog/conditions";
import { NEWEST, NODES } from "../catalog/newest";
import { type NodePlace, readNodeRows } from "../catalog/node-rows";
import type { CatalogNode } from "../catalog/view";
import { rankOfAll } from "./rank";

/** Nodes of the newest versions that have all the words, those whose names fit best first. */
export async function searchNodes(
  client: PoolClient,
  projectId: string,
  words: readonly string[],
  limit: number,
): Promise<CatalogNode[]> {
  if (words.length === 0) return [];
  const values: unknown[] = [projectId, limit];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await client.query<NodePlace>(
    `with ${NEWEST}
     select n.node, w.pipeline, w.pipeline_id as "pipelineId", w.run_id as "runId", w.code_version as version
     from ${NODES} where ${["n.project_id = $1", ...textConditions(words, add)].join(" and ")}
     order by ${rankOfAll("n.node", words, add)}, length(n.node), n.node, w.pipeline_id limit $2`,
    values,
  );
  return await readNodeRows(client, projectId, rows, words);
}
