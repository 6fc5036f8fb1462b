import { Prisma, type Tx } from "@heddle/db";
import { type RunRef, STREAK_LIMIT } from "./change";

/** What a run is compared with: runs of the same pipeline in the same environment, begun before it. */
export interface Subject {
  projectId: string;
  pipelineId: string;
  runId: string;
  environment: string | null;
}

export interface GoodRun extends RunRef {
  codeVersion: string | null;
  git: unknown;
}

/** The last run that succeeded before this one, or null. */
export async function lastGoodRun(tx: Tx, subject: Subject): Promise<GoodRun | null> {
  const rows = await tx.$queryRaw<GoodRun[]>`
    SELECT id, number, started_at AS "startedAt", code_version AS "codeVersion", git
    FROM run WHERE ${comparable(subject)} AND status = 'succeeded' AND id < ${subject.runId}::uuid
    ORDER BY id DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** The failures since the last good run up to this run, which is one of them. */
export async function failureStreak(
  tx: Tx,
  subject: Subject,
  good: GoodRun | null,
): Promise<{ count: number; first: RunRef | null }> {
  const after = good?.id ?? "00000000-0000-0000-0000-000000000000";
  const rows = await tx.$queryRaw<RunRef[]>`
    SELECT id, number, started_at AS "startedAt"
    FROM run WHERE ${comparable(subject)} AND status = 'failed'
      AND id > ${after}::uuid AND id <= ${subject.runId}::uuid
    ORDER BY id DESC LIMIT ${STREAK_LIMIT}`;
  return { count: rows.length, first: rows.at(-1) ?? null };
}

function comparable({ projectId, pipelineId, environment }: Subject): Prisma.Sql {
  return Prisma.sql`project_id = ${projectId}::uuid AND pipeline_id = ${pipelineId}::uuid
    AND tags->>'environment' IS NOT DISTINCT FROM ${environment}::text`;
}
