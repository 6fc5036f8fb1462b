import type { PoolClient } from "@heddle/db";

/** Versions of a pipeline that are looked through for a node. */
const MOST_VERSIONS = 500;

export interface NodeVersionRow {
  version: string;
  /** When its first run that is kept began, else when it arrived. */
  firstAt: Date;
  /** Whether the version defines the node. */
  has: boolean;
  codeHash: string | null;
  hashAlgorithm: string | null;
}

const VERSIONS = `
  select v.hash as version, coalesce(r.started_at, v.created_at) as "firstAt", n.node is not null as has,
    n.code_hash as "codeHash", n.hash_algorithm as "hashAlgorithm"
  from (
    select hash, created_at from code_version where project_id = $1 and pipeline = $2
    order by created_at desc limit ${MOST_VERSIONS}
  ) as v
  left join node_version n on n.project_id = $1 and n.code_version = v.hash and n.node = $3
  left join lateral (
    select started_at from run where project_id = $1 and code_version = v.hash order by id limit 1
  ) as r on true
  order by "firstAt" desc, v.hash`;

/** What the newest versions of a pipeline say of a node, newest first. Names are keys. */
export async function readNodeVersions(
  client: PoolClient,
  projectId: string,
  pipeline: string,
  node: string,
): Promise<NodeVersionRow[]> {
  const { rows } = await client.query<NodeVersionRow>(VERSIONS, [projectId, pipeline, node]);
  return rows;
}

/** Since which version the node's own code is that of `version`, counted back from it without a gap. */
export function unchangedSince(
  versions: readonly NodeVersionRow[],
  version: string | null,
): { since: string; first: boolean } | null {
  const at = versions.findIndex((row) => row.version === version);
  const now = versions[at];
  if (!now || now.codeHash === null) return null;
  const older = versions.slice(at + 1);
  const end = older.findIndex(
    (row) => row.codeHash !== now.codeHash || row.hashAlgorithm !== now.hashAlgorithm,
  );
  const same = end < 0 ? older : older.slice(0, end);
  return { since: (same.at(-1) ?? now).firstAt.toISOString(), first: end < 0 };
}
