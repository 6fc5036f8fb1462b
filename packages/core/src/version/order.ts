import type { PoolClient } from "@heddle/db";

/** A version in the order in which its pipeline first used it, newest first. */
export interface OrderedVersion {
  hash: string;
  /** The version that the pipeline used before it first used this one. */
  previous: string | null;
  usedAt: Date;
  /** Of the pipeline's versions. */
  total: number;
}

/**
 * Versions by the start of their first run, or by their arrival when no run of them is left. A version is
 * looked up once in the runs' index, so this grows with the versions and not with the runs.
 */
const ORDERED = `
  select hash, used_at, lead(hash) over newest_first as previous, count(*) over ()::int as total
  from (
    select v.hash, coalesce(first.started_at, v.created_at) as used_at
    from code_version v left join lateral (
      select r.started_at from run r where r.project_id = $1 and r.code_version = v.hash order by r.id limit 1
    ) as first on true
    where v.project_id = $1 and v.pipeline = $2
  ) as used
  window newest_first as (order by used_at desc, hash desc rows between unbounded preceding and unbounded following)`;

const PAGE = `
  select hash, previous, used_at as "usedAt", total from (${ORDERED}) as ordered
  where $3::timestamptz is null or (used_at, hash) < ($3::timestamptz, $4::text)
  order by used_at desc, hash desc limit $5`;

const ONE = `
  select hash, previous, used_at as "usedAt", total from (${ORDERED}) as ordered
  where $3::text is null or hash = $3 order by used_at desc, hash desc limit 1`;

/** Versions of a pipeline after a place in their order, at most `limit`. */
export async function readVersions(
  client: PoolClient,
  projectId: string,
  {
    pipeline,
    after,
    limit,
  }: { pipeline: string; after: [usedAt: string, hash: string] | null; limit: number },
): Promise<OrderedVersion[]> {
  const [usedAt, hash] = after ?? [null, null];
  const { rows } = await client.query<OrderedVersion>(PAGE, [projectId, pipeline, usedAt, hash, limit]);
  return rows;
}

/** One version of a pipeline, or its newest. */
export async function readVersion(
  client: PoolClient,
  projectId: string,
  { pipeline, hash }: { pipeline: string; hash: string | null },
): Promise<OrderedVersion | null> {
  const { rows } = await client.query<OrderedVersion>(ONE, [projectId, pipeline, hash]);
  return rows[0] ?? null;
}
