import type { Tx } from "@heddle/db";
import { z } from "zod";
import type { RunChanges, RunRef } from "./change";
import { loadCodeChange } from "./load-code";
import { failureStreak, lastGoodRun } from "./previous-runs";

const tagsSchema = z.object({ environment: z.string().min(1).optional() });

interface ComparedRun extends RunRef {
  projectId: string;
  pipelineId: string | null;
  tags: unknown;
  codeVersion: string | null;
  git: unknown;
}

/** The tag that keeps runs of production and of a test apart. */
export function environmentOf(tags: unknown): string | null {
  return tagsSchema.safeParse(tags).data?.environment ?? null;
}

/** Compares a run with the last good one of its pipeline, as far as today's data tells. */
export async function compareWithLastGood(tx: Tx, run: ComparedRun): Promise<RunChanges> {
  const { projectId, pipelineId, id, number, startedAt } = run;
  const subject = pipelineId
    ? { projectId, pipelineId, runId: id, environment: environmentOf(run.tags) }
    : null;
  const good = subject ? await lastGoodRun(tx, subject) : null;
  const streak = subject ? await failureStreak(tx, subject, good) : null;
  return {
    lastGood: good && { id: good.id, number: good.number, startedAt: good.startedAt },
    streak: { count: streak?.count ?? 1, first: streak?.first ?? { id, number, startedAt } },
    ...(await loadCodeChange(tx, projectId, good, run)),
  };
}
