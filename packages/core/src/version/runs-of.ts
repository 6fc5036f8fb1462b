import type { PoolClient } from "@heddle/db";

export interface VersionRun {
  id: string;
  number: number | null;
  startedAt: string;
}

/** The runs of a version, as far as they were counted. */
export interface VersionRuns {
  /** At most MOST_RUNS, the newest. */
  count: number;
  good: number;
  failed: number;
  running: number;
  /** There are older ones that were not counted. */
  more: boolean;
  first: VersionRun | null;
  last: VersionRun | null;
}

export const MOST_RUNS = 1000;

const RUNS = `
  select wanted.hash, counted.*, first.run as first, last.run as last
  from unnest($2::text[]) as wanted (hash)
  cross join lateral (
    select count(*)::int as count, count(*) filter (where status = 'succeeded')::int as good,
      count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where status = 'running')::int as running
    from (
      select status from run where project_id = $1 and code_version = wanted.hash order by id desc limit ${MOST_RUNS}
    ) as newest
  ) as counted
  left join lateral (
    select jsonb_build_object('id', id, 'number', number, 'startedAt', started_at) as run
    from run where project_id = $1 and code_version = wanted.hash order by id limit 1
  ) as first on true
  left join lateral (
    select jsonb_build_object('id', id, 'number', number, 'startedAt', started_at) as run
    from run where project_id = $1 and code_version = wanted.hash order by id desc limit 1
  ) as last on true`;

const MORE = `
  select wanted.hash from unnest($2::text[]) as wanted (hash) where exists (
    select from run where project_id = $1 and code_version = wanted.hash
    order by id desc offset ${MOST_RUNS} limit 1)`;

/** The runs of each version, by its hash. */
export async function readVersionRuns(
  client: PoolClient,
  projectId: string,
  hashes: readonly string[],
): Promise<Map<string, VersionRuns>> {
  const values = [projectId, hashes];
  const { rows } = await client.query<VersionRuns & { hash: string }>(RUNS, values);
  const full = rows.filter(({ count }) => count === MOST_RUNS).map(({ hash }) => hash);
  const longer = full.length > 0 ? (await client.query<{ hash: string }>(MORE, [projectId, full])).rows : [];
  const more = new Set(longer.map(({ hash }) => hash));
  const instant = (run: VersionRun | null) =>
    run && { ...run, startedAt: new Date(run.startedAt).toISOString() };
  return new Map(
    rows.map(({ hash, first, last, ...counts }) => [
      hash,
      { ...counts, more: more.has(hash), first: instant(first), last: instant(last) },
    ]),
  );
}
