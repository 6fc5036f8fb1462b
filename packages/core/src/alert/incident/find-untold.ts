import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../../context";

const LOOK_BACK_MS = 2 * 24 * 60 * 60 * 1000;
/** A job that is not lost has begun by then. */
const GRACE_MS = 30_000;
const PER_PROJECT = 100;

/**
 * Failed runs of all projects without an incident: the queue had taken over their evaluation and then lost it, as
 * Redis does when it is flushed. And those whose incident belongs to no group, as former versions wrote them, and as
 * it is when a run is evaluated before the event has come that names its pipeline.
 */
export async function findUntoldRuns(args: {
  ctx: InstanceContext;
}): Promise<{ projectId: string; runId: string }[]> {
  const now = args.ctx.now().getTime();
  const since = createUuidV7(now - LOOK_BACK_MS);
  return withSystem(
    args.ctx.db,
    (tx) => tx.$queryRaw<{ projectId: string; runId: string }[]>`
      SELECT p.id AS "projectId", r.id AS "runId"
      FROM project p
      JOIN organization o ON o.id = p.organization_id AND o.deleted_at IS NULL
      CROSS JOIN LATERAL (
        SELECT id FROM run
        WHERE project_id = p.id AND status = 'failed' AND id > ${since}::uuid
          AND last_seen_at < ${new Date(now - GRACE_MS)}
          AND NOT EXISTS (
            SELECT FROM alert_incident i
            WHERE i.project_id = p.id AND i.run_id = run.id AND i.run_id > ${since}::uuid
              AND (i.failure_id IS NOT NULL OR run.pipeline_id IS NULL)
          )
        ORDER BY id DESC LIMIT ${PER_PROJECT}
      ) r
      WHERE p.deleted_at IS NULL`,
  );
}
