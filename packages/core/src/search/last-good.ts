import type { PoolClient } from "@heddle/db";

/** How many runs back the last good one is looked for. */
const LOOK_BACK = 1000;

const LAST_GOOD = `
  select k.id, good.id as good
  from unnest($2::uuid[]) as k (id)
  join run r on r.project_id = $1 and r.id = k.id
  cross join lateral (
    select l.id from (
      select o.id, o.status from run o
      where o.project_id = $1 and o.pipeline_id = r.pipeline_id and o.id < r.id order by o.id desc limit ${LOOK_BACK}
    ) l where l.status = 'succeeded' order by l.id desc limit 1
  ) good`;

/** For runs by their ids: the last one of the pipeline before it that succeeded. */
export async function readLastGood(
  client: PoolClient,
  projectId: string,
  runIds: readonly string[],
): Promise<(id: string) => string | null> {
  if (runIds.length === 0) return () => null;
  const { rows } = await client.query<{ id: string; good: string }>(LAST_GOOD, [
    projectId,
    [...new Set(runIds)],
  ]);
  const found = new Map(rows.map(({ id, good }) => [id, good]));
  return (id) => found.get(id) ?? null;
}
