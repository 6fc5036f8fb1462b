import type { PoolClient } from "@heddle/db";
import type { NodeHashes } from "./revisions";

const HASHES = `
  select n.code_version as version, n.code_hash as "codeHash", n.closure_hash as "closureHash",
    n.hash_algorithm as "hashAlgorithm", (
      select md5(string_agg(d.node || ' ' || coalesce(d.closure_hash, ''), ',' order by d.node))
      from node_version d
      where d.project_id = $1 and d.code_version = n.code_version and d.node = any(n.dependencies)
    ) as upstream
  from node_version n where n.project_id = $1 and n.code_version = any($2::text[]) and n.node = $3`;

/** The node's hashes in some versions, by the version's hash; versions without the node are left out. */
export async function readNodeHashes(
  client: PoolClient,
  projectId: string,
  versions: Iterable<string | null>,
  node: string,
): Promise<Map<string, NodeHashes>> {
  const wanted = [...new Set(versions)].filter((hash) => hash !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await client.query<NodeHashes & { version: string }>(HASHES, [projectId, wanted, node]);
  return new Map(rows.map(({ version, ...hashes }) => [version, hashes]));
}
