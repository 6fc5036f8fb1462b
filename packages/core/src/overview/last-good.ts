import type { PoolClient } from "@heddle/db";

interface LastGood {
  pipelineId: string;
  id: string;
  number: number | null;
  startedAt: Date;
  finishedAt: Date | null;
}

/** A thousand runs back is where it stops looking. */
const LAST_GOOD = `
  select wanted.id as "pipelineId", good.* from unnest($2::uuid[]) as wanted (id)
  cross join lateral (
    select id, number, started_at as "startedAt", finished_at as "finishedAt" from (
      select id, number, status, started_at, finished_at from run
      where project_id = $1 and pipeline_id = wanted.id order by id desc limit 1000
    ) as last
    where status = 'succeeded' order by id desc limit 1
  ) as good`;

/** The last good run of each pipeline whose last runs show none, by the pipeline's id. */
export async function readLastGood(
  client: PoolClient,
  projectId: string,
  pipelineIds: readonly string[],
): Promise<Map<string, LastGood>> {
  if (pipelineIds.length === 0) return new Map();
  const { rows } = await client.query<LastGood>(LAST_GOOD, [projectId, pipelineIds]);
  return new Map(rows.map((row) => [row.pipelineId, row]));
}
