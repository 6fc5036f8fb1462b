import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../../context";

const LOOK_BACK_MS = 2 * 24 * 60 * 60 * 1000;
/** A job that is not lost has begun by then. */
const GRACE_MS = 30_000;
const PER_PROJECT = 100;

/**
 * Failed runs of all projects without an incident: the queue had taken over their evaluation and then lost it, as
 * Redis does when it is flushed. And those whose incident belongs to no group, as former versions wrote them.
 */
export async function findUntoldRuns(args: {
  ctx: InstanceContext;
}): Promise<{ projectId: string; runId: string }[]> {
  const now = args.ctx.now().getTime();
  const since = createUuidV7(now - LOOK_BACK_MS);
  return withSystem(
    args.ctx.db,
    (tx) => tx.$queryRaw<{ projectId: string; runId: string }[]>`
      SELECT r.project_id AS "projectId", r.id AS "runId"
      FROM project p
      JOIN organization o ON o.id = p.organization_id AND o.deleted_at IS NULL
      CROSS JOIN LATERAL (
        SELECT project_id, id, last_seen_at FROM run
        WHERE project_id = p.id AND status = 'failed' AND id > ${since}::uuid
        ORDER BY id DESC LIMIT ${PER_PROJECT}
      ) r
      WHERE p.deleted_at IS NULL AND r.last_seen_at < ${new Date(now - GRACE_MS)} AND NOT EXISTS (
        SELECT FROM alert_incident i WHERE i.project_id = r.project_id AND i.run_id = r.id
          AND (i.failure_id IS NOT NULL OR i.pipeline_id IS NULL)
      )`,
  );
}
