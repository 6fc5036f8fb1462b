import type { PoolClient } from "@heddle/db";

const USES = `
  select n.code_version as version, d.node, count(distinct n.node)::int as uses
  from node_version n cross join lateral unnest(n.dependencies) as d (node)
  where n.project_id = $1 and n.code_version = any($2::text[]) and d.node = any($3::text[])
  group by n.code_version, d.node`;

/** How many nodes of its version read each of these nodes. Names are keys. */
export async function countUses(
  client: PoolClient,
  projectId: string,
  places: readonly { version: string; node: string }[],
): Promise<(version: string, node: string) => number> {
  const versions = [...new Set(places.map(({ version }) => version))];
  const nodes = [...new Set(places.map(({ node }) => node))];
  const { rows } = await client.query<{ version: string; node: string; uses: number }>(USES, [
    projectId,
    versions,
    nodes,
  ]);
  const found = new Map(rows.map((row) => [`${row.version} ${row.node}`, row.uses]));
  return (version, node) => found.get(`${version} ${node}`) ?? 0;
}
