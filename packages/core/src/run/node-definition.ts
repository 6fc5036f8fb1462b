import type { NodeDetail, NodeKind, SourceFile } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { sliceLines } from "../code-version/code-hash";

/** All that a code version says about one node; names are keys. */
export interface FullDefinition {
  kind: NodeKind;
  type: string | null;
  doc: string | null;
  module: string | null;
  owner: string | null;
  tags: Record<string, string>;
  dependencies: string[];
  downstream: string[];
  path: string | null;
  startLine: number | null;
  endLine: number | null;
  files: SourceFile[];
}

const DEFINITION = `
  select n.kind, n.type, n.doc, n.module, n.owner, n.tags, n.dependencies, n.path,
    n.start_line as "startLine", n.end_line as "endLine", v.files,
    array(select d.node from node_version d
      where d.project_id = $1 and d.code_version = $2 and $3 = any(d.dependencies)
      order by d.position) as downstream
  from node_version n
  join code_version v on v.project_id = n.project_id and v.hash = n.code_version
  where n.project_id = $1 and n.code_version = $2 and n.node = $3`;

export async function readDefinition(
  client: PoolClient,
  projectId: string,
  codeVersion: string | null,
  node: string,
): Promise<FullDefinition | null> {
  if (codeVersion === null) return null;
  const { rows } = await client.query<FullDefinition>(DEFINITION, [projectId, codeVersion, node]);
  return rows[0] ?? null;
}

/** The lines of the node's code; null while the file has not arrived or when the version names none. */
export async function readSource(
  client: PoolClient,
  projectId: string,
  definition: FullDefinition | null,
): Promise<NodeDetail["source"]> {
  if (!definition) return null;
  const { path, startLine, endLine } = definition;
  const file = definition.files.find((one) => one.path === path);
  if (path === null || startLine === null || endLine === null || !file) return null;
  const { rows } = await client.query<{ body: Buffer }>(
    "select body from code_blob where project_id = $1 and sha256 = $2",
    [projectId, file.sha256],
  );
  const text = rows[0]?.body.toString("utf8");
  if (text === undefined) return null;
  return { path, startLine, endLine, code: sliceLines(text, startLine, endLine), language: file.language };
}
