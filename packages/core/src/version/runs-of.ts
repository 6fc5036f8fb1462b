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

const MOST_RUNS = 1000;

/** One version at a time: planned with its hash, PostgreSQL walks its index backwards and stops in time. */
const RUNS = `
  with newest as (
    select id, status from run where project_id = $1 and code_version = $2 order by id desc limit ${MOST_RUNS + 1}
  ), counted as (select status from newest order by id desc limit ${MOST_RUNS})
  select (select count(*) > ${MOST_RUNS} from newest) as more,
    count(*)::int as count, count(*) filter (where status = 'succeeded')::int as good,
    count(*) filter (where status = 'failed')::int as failed,
    count(*) filter (where status = 'running')::int as running,
    (${runAt("asc")}) as first, (${runAt("desc")}) as last
  from counted`;

function runAt(order: "asc" | "desc"): string {
  return `select jsonb_build_object('id', id, 'number', number, 'startedAt', started_at)
    from run where project_id = $1 and code_version = $2 order by id ${order} limit 1`;
}

/** The runs of each version, by its hash. */
export async function readVersionRuns(
  client: PoolClient,
  projectId: string,
  hashes: readonly string[],
): Promise<Map<string, VersionRuns>> {
  const runs = new Map<string, VersionRuns>();
  for (const hash of hashes) {
    const { rows } = await client.query<VersionRuns>(RUNS, [projectId, hash]);
    const [row] = rows;
    if (row) runs.set(hash, { ...row, first: withInstant(row.first), last: withInstant(row.last) });
  }
  return runs;
}

function withInstant(run: VersionRun | null): VersionRun | null {
  return run && { ...run, startedAt: new Date(run.startedAt).toISOString() };
}
