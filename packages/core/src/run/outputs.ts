import { type GraphNode, PROFILE_TYPE } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

type Output = NonNullable<GraphNode["output"]>;

const OUTPUTS = `
  select distinct on (node) node, value ->> 'shape' as shape, value ->> 'dataType' as "dataType",
    (value ->> 'rows')::float8 as rows, (value ->> 'columnCount')::float8 as "columnCount"
  from node_attribute
  where project_id = $1 and run_id = $2 and type = $3 and jsonb_typeof(value -> 'columns') = 'array'
  order by node, role <> 'result', task, name`;

/** What each node produced, in short: of the first task that produced something. */
export async function readOutputs(
  client: PoolClient,
  projectId: string,
  runId: string,
): Promise<Map<string, Output>> {
  const { rows } = await client.query<Output & { node: string }>(OUTPUTS, [projectId, runId, PROFILE_TYPE]);
  return new Map(rows.map(({ node, ...output }) => [node, output]));
}
