import type { Tx } from "@heddle/db";
import { environmentOf } from "../../comparison/compare-with-last-good";
import type { Context } from "../../context";
import { noteOccurrence } from "../../failure/note-occurrence";
import { isMuted } from "../../failure/state";
import type { FailureFacts } from "./facts";

interface FailedRun {
  run: { id: string; pipelineId: string | null; tags: unknown };
  failure: FailureFacts["failure"];
  fingerprint: string;
}

/**
 * Adds a run to its group of failures, unless its incident belongs to one already. The incident is locked, so that
 * of several who find it without a group one adds it. Runs without a pipeline belong to none.
 */
export async function joinGroup(
  tx: Tx,
  ctx: Context,
  { run, failure, fingerprint }: FailedRun,
): Promise<{ muted: boolean }> {
  const { projectId } = ctx.scope;
  const { id: runId, pipelineId, tags } = run;
  const [incident] = await tx.$queryRaw<{ id: string; failureId: string | null }[]>`
    SELECT id, failure_id AS "failureId" FROM alert_incident
    WHERE project_id = ${projectId}::uuid AND run_id = ${runId}::uuid FOR UPDATE`;
  if (!incident || incident.failureId !== null || pipelineId === null) return { muted: false };
  const error = failure ?? { node: null, type: "", message: "" };
  const place = { projectId, pipelineId, runId, environment: environmentOf(tags) };
  const group = await noteOccurrence(tx, { ...place, fingerprint, error }, ctx.now());
  const where = { id: incident.id, projectId };
  await tx.alertIncident.updateMany({ where, data: { pipelineId, failureId: group.id } });
  return { muted: isMuted(group, ctx.now()) };
}
