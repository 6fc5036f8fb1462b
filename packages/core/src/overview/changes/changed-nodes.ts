import type { PoolClient } from "@heddle/db";
import type { VersionChange } from "./view";

export interface VersionPair {
  from: string;
  to: string;
}

export const pairKey = ({ from, to }: VersionPair) => `${from} ${to}`;

/** Nodes that are compared at most for one answer; the oldest pairs go without. */
const MOST_NODES = 40_000;
const NAMES = 3;

const SIZES = `
  select hash, node_count as nodes from code_version
  where project_id = $1 and hash = any($2::text[]) and hashed_at is not null`;

const COUNTS = `
  select wanted.older as "from", wanted.newer as "to", c.*
  from unnest($2::text[], $3::text[]) as wanted (older, newer)
  cross join lateral (
    select count(*) filter (where a.node is null)::int as added,
      count(*) filter (where b.node is null)::int as removed,
      count(*) filter (where a.node = b.node and a.code_hash is distinct from b.code_hash)::int as changed,
      coalesce(bool_or(a.node = b.node and a.hash_algorithm is distinct from b.hash_algorithm), false) as unlike,
      (array_agg(coalesce(b.node, a.node) order by b.position, a.position)
        filter (where a.node is null or b.node is null or a.code_hash is distinct from b.code_hash))[1:${NAMES}] as names
    from (
      select node, position, code_hash, hash_algorithm from node_version
      where project_id = $1 and code_version = wanted.older
    ) a
    full join (
      select node, position, code_hash, hash_algorithm from node_version
      where project_id = $1 and code_version = wanted.newer
    ) b on a.node = b.node
  ) c`;

interface Row extends VersionPair {
  added: number;
  removed: number;
  changed: number;
  /** Their hashes were made in different ways and say nothing about each other. */
  unlike: boolean;
  names: string[] | null;
}

/**
 * How many nodes differ between versions by their own code, by `pairKey`; names are keys. Pairs without hashes, or
 * whose hashes cannot be compared, are missing, and so are those beyond what is compared at most.
 */
export async function readChangedNodes(
  client: PoolClient,
  projectId: string,
  pairs: readonly VersionPair[],
): Promise<Map<string, NonNullable<VersionChange["nodes"]>>> {
  if (pairs.length === 0) return new Map();
  const hashes = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
  const sizes = await client.query<{ hash: string; nodes: number }>(SIZES, [projectId, hashes]);
  const nodesOf = new Map(sizes.rows.map(({ hash, nodes }) => [hash, nodes]));
  const wanted = new Map<string, VersionPair>();
  let nodes = 0;
  for (const pair of pairs) {
    const [older, newer] = [nodesOf.get(pair.from), nodesOf.get(pair.to)];
    if (older === undefined || newer === undefined || wanted.has(pairKey(pair))) continue;
    nodes += older + newer;
    if (nodes > MOST_NODES) break;
    wanted.set(pairKey(pair), pair);
  }
  const compared = [...wanted.values()];
  const { rows } = await client.query<Row>(COUNTS, [
    projectId,
    compared.map(({ from }) => from),
    compared.map(({ to }) => to),
  ]);
  const known = rows.filter(({ unlike }) => !unlike);
  return new Map(
    known.map(({ from, to, unlike: _, names, ...counts }) => [
      pairKey({ from, to }),
      { ...counts, names: names ?? [] },
    ]),
  );
}
