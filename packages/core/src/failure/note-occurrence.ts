import { createHash } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { nameKey, type Tx } from "@heddle/db";
import { invariant } from "../error/invariant";
import { type Group, withOccurrence } from "./occurrence";
import type { StandingOf } from "./state";

const LONGEST_MESSAGE = 1000;
const LONGEST_TYPE = 200;

interface FailedRun {
  projectId: string;
  pipelineId: string;
  runId: string;
  environment: string | null;
  fingerprint: string;
  error: { node: string | null; type: string; message: string };
}

type Held = Group & StandingOf & { id: string };

/**
 * Adds a run to its group of failures, or begins one: once for each run. The group's row is locked until the
 * transaction ends, so that two workers add one after the other.
 */
export async function noteOccurrence(tx: Tx, run: FailedRun, now: Date): Promise<Held> {
  const { projectId, pipelineId, runId, environment } = run;
  const error = {
    node: run.error.node === null ? null : nameKey(run.error.node).key,
    errorType: run.error.type.slice(0, LONGEST_TYPE),
    message: run.error.message.slice(0, LONGEST_MESSAGE),
  };
  const fingerprint = ofEnvironment(run.fingerprint, environment);
  const [held] = await tx.$queryRaw<Held[]>`
    INSERT INTO failure (id, project_id, pipeline_id, fingerprint, node, error_type, message, runs,
      first_run_id, last_run_id)
    VALUES (${createUuidV7(now.getTime())}::uuid, ${projectId}::uuid, ${pipelineId}::uuid, ${fingerprint},
      ${error.node}, ${error.errorType}, ${error.message}, 0, ${runId}::uuid, ${runId}::uuid)
    ON CONFLICT (project_id, pipeline_id, fingerprint) DO UPDATE SET project_id = EXCLUDED.project_id
    RETURNING id, runs, first_run_id AS "firstRunId", last_run_id AS "lastRunId",
      acknowledged_at AS "acknowledgedAt", acknowledged_by AS "acknowledgedBy", muted_until AS "mutedUntil"`;
  invariant(held, "a group of failures is written or there already");
  const back = held.acknowledgedAt !== null && (await recoveredBetween(tx, run, held.lastRunId));
  const data = withOccurrence(held, { runId, ...error }, back);
  await tx.failure.updateMany({ where: { id: held.id, projectId }, data });
  return { ...held, ...data };
}

/** The same error in production and in a test is two failures: one may be mended while the other is not. */
function ofEnvironment(fingerprint: string, environment: string | null): string {
  if (environment === null) return fingerprint;
  return createHash("sha256")
    .update(JSON.stringify([environment, fingerprint]))
    .digest("hex");
}

async function recoveredBetween(tx: Tx, run: FailedRun, lastRunId: string): Promise<boolean> {
  const found = await tx.$queryRaw<object[]>`
    SELECT 1 FROM run WHERE project_id = ${run.projectId}::uuid AND pipeline_id = ${run.pipelineId}::uuid
      AND id > ${lastRunId}::uuid AND id < ${run.runId}::uuid AND status = 'succeeded'
      AND tags->>'environment' IS NOT DISTINCT FROM ${run.environment}::text LIMIT 1`;
  return found.length > 0;
}
