import type { NodeKind } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { type Difference, differenceOf } from "./difference";

/** How many nodes of a version differ from those of another, by difference; "same" is left out. */
export type ChangeCounts = Record<Exclude<Difference, "same">, number>;

export interface VersionChanges {
  nodes: ChangeCounts;
  config: boolean;
}

/** Only nodes that are not plainly the same leave the database: mostly few of thousands. */
const CHANGED = `
  select pair.hash, c.*
  from unnest($2::text[], $3::text[]) as pair (hash, previous)
  cross join lateral (
    select a.node is not null as "inAfter", b.node is not null as "inBefore",
      coalesce(a.kind, b.kind) as kind,
      a.code_hash as "codeAfter", a.closure_hash as "closureAfter", a.hash_algorithm as "algorithmAfter",
      b.code_hash as "codeBefore", b.closure_hash as "closureBefore", b.hash_algorithm as "algorithmBefore"
    from (select * from node_version where project_id = $1 and code_version = pair.hash) as a
    full join (select * from node_version where project_id = $1 and code_version = pair.previous) as b
      on a.node = b.node
    where a.node is null or b.node is null or a.hash_algorithm is distinct from b.hash_algorithm
      or a.code_hash is distinct from b.code_hash or a.closure_hash is distinct from b.closure_hash
      or (a.code_hash is null and a.kind <> 'input')
  ) as c`;

/** The pairs that can be compared: both have hashes. */
const COMPARABLE = `
  select pair.hash, v.config is distinct from p.config as config
  from unnest($2::text[], $3::text[]) as pair (hash, previous)
  join code_version v on v.project_id = $1 and v.hash = pair.hash and v.hashed_at is not null
  join code_version p on p.project_id = $1 and p.hash = pair.previous and p.hashed_at is not null`;

interface ChangedRow {
  hash: string;
  inAfter: boolean;
  inBefore: boolean;
  kind: NodeKind;
  codeAfter: string | null;
  closureAfter: string | null;
  algorithmAfter: string | null;
  codeBefore: string | null;
  closureBefore: string | null;
  algorithmBefore: string | null;
}

/** What each version changed against its previous one, by its hash; those without hashes are left out. */
export async function readChanges(
  client: PoolClient,
  projectId: string,
  pairs: readonly { hash: string; previous: string }[],
): Promise<Map<string, VersionChanges>> {
  const values = [projectId, pairs.map(({ hash }) => hash), pairs.map(({ previous }) => previous)];
  const { rows: comparable } = await client.query<{ hash: string; config: boolean }>(COMPARABLE, values);
  const changes = new Map<string, VersionChanges>(
    comparable.map(({ hash, config }) => [
      hash,
      { config, nodes: { added: 0, removed: 0, changed: 0, upstream: 0, unknown: 0 } },
    ]),
  );
  if (changes.size === 0) return changes;
  const { rows } = await client.query<ChangedRow>(CHANGED, values);
  for (const row of rows) {
    const difference = differenceIn(row);
    const counts = changes.get(row.hash)?.nodes;
    if (counts && difference !== "same") counts[difference]++;
  }
  return changes;
}

function differenceIn(row: ChangedRow): Difference {
  const { kind } = row;
  const before = {
    codeHash: row.codeBefore,
    closureHash: row.closureBefore,
    hashAlgorithm: row.algorithmBefore,
  };
  const after = { codeHash: row.codeAfter, closureHash: row.closureAfter, hashAlgorithm: row.algorithmAfter };
  return differenceOf(
    row.inBefore ? { ...before, kind } : undefined,
    row.inAfter ? { ...after, kind } : undefined,
  );
}
