import type { Tx } from "@heddle/db";

/**
 * Deletes the incidents of runs, which takes their deliveries along, and what the groups of failures knew of them.
 * A group without any incident left goes; one that just got another is locked until that is written, and stays.
 */
export async function forgetIncidents(tx: Tx, projectId: string, runIds: string[]): Promise<void> {
  const gone = await tx.$queryRawUnsafe<{ failureId: string | null }[]>(DELETE_INCIDENTS, projectId, runIds);
  const counts = new Map<string, number>();
  for (const { failureId } of gone)
    if (failureId !== null) counts.set(failureId, (counts.get(failureId) ?? 0) + 1);
  if (counts.size === 0) return;
  const ids = [...counts.keys()].sort();
  await tx.$executeRawUnsafe(
    SHRINK,
    projectId,
    ids,
    ids.map((id) => counts.get(id) ?? 0),
  );
  await tx.$executeRawUnsafe(DELETE_EMPTY, projectId, ids);
}

const DELETE_INCIDENTS = `
  delete from alert_incident where project_id = $1::uuid and run_id = any($2::uuid[])
  returning failure_id as "failureId"`;

/** The oldest run that is left becomes the first. */
const SHRINK = `
  update failure f set runs = f.runs - g.gone, first_run_id = coalesce((
    select i.run_id from alert_incident i where i.project_id = $1::uuid and i.failure_id = f.id
    order by i.run_id limit 1
  ), f.first_run_id)
  from unnest($2::uuid[], $3::int[]) g(id, gone)
  where f.project_id = $1::uuid and f.id = g.id`;

const DELETE_EMPTY = `
  delete from failure f where f.project_id = $1::uuid and f.id = any($2::uuid[]) and not exists (
    select from alert_incident i where i.project_id = $1::uuid and i.failure_id = f.id)`;
