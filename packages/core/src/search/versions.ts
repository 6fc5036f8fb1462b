import type { PoolClient } from "@heddle/db";

interface VersionRow {
  hash: string;
  pipeline: string;
  nodes: number;
  commit: string | null;
  createdAt: Date;
}

/** Code versions whose hash begins with these digits; the letter `g` comes after all of them. */
export async function searchVersions(
  client: PoolClient,
  projectId: string,
  hex: string | null,
  limit: number,
): Promise<VersionRow[]> {
  if (hex === null) return [];
  const { rows } = await client.query<VersionRow>(
    `select hash, pipeline, node_count as nodes, git ->> 'commit' as commit, created_at as "createdAt"
     from code_version where project_id = $1 and hash >= $2 and hash < $3 order by created_at desc, hash limit $4`,
    [projectId, hex, `${hex}g`, limit],
  );
  return rows;
}
