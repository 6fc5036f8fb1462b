import type { NodeKind } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

/** A node as the code version defines it; names are keys. */
export interface Definition {
  key: string;
  kind: NodeKind;
  module: string | null;
  type: string | null;
  dependencies: string[];
}

const COLUMNS = "node as key, kind, module, type, dependencies";

/** All nodes of a code version in the order of its code; none when the version has not arrived. */
export async function readDefinitions(
  client: PoolClient,
  projectId: string,
  codeVersion: string | null,
): Promise<Definition[]> {
  if (codeVersion === null) return [];
  const { rows } = await client.query<Definition>(
    `select ${COLUMNS} from node_version where project_id = $1 and code_version = $2 order by position`,
    [projectId, codeVersion],
  );
  return rows;
}

/** The kinds of some nodes of a code version. */
export async function readKinds(
  client: PoolClient,
  projectId: string,
  codeVersion: string | null,
  nodes: string[],
): Promise<Map<string, NodeKind>> {
  if (codeVersion === null || nodes.length === 0) return new Map();
  const { rows } = await client.query<{ key: string; kind: NodeKind }>(
    `select node as key, kind from node_version
     where project_id = $1 and code_version = $2 and node = any($3::text[])`,
    [projectId, codeVersion, nodes],
  );
  return new Map(rows.map((row) => [row.key, row.kind]));
}
