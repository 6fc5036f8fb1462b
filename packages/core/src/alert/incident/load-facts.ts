import type { Tx } from "@heddle/db";
import { z } from "zod";
import type { Context } from "../../context";
import type { FailureFacts } from "./facts";
import { loadCodeChange } from "./load-code";
import { loadFailure } from "./load-failure";
import { loadSkipped } from "./load-skipped";
import { failureStreak, lastGoodRun } from "./previous-runs";

const tagsSchema = z.object({ environment: z.string().min(1).optional() });

/** Everything that a message about a failed run says; null when the run is not there any more. */
export async function loadFacts(tx: Tx, ctx: Context, runId: string): Promise<FailureFacts | null> {
  const { projectId, organizationId } = ctx.scope;
  const run = await tx.run.findUnique({ where: { projectId_id: { projectId, id: runId } } });
  if (!run) return null;
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const environment = tagsSchema.safeParse(run.tags).data?.environment ?? null;
  const { pipelineId, number, startedAt, finishedAt } = run;
  const subject = pipelineId ? { projectId, pipelineId, runId, environment } : null;
  const good = subject ? await lastGoodRun(tx, subject) : null;
  const streak = subject ? await failureStreak(tx, subject, good) : null;
  const self = { id: runId, number, startedAt };
  const { failure, owner } = await loadFailure(tx, run);
  return {
    organization: organization.slug,
    project: project.slug,
    environment,
    pipeline: pipelineId ? await pipelineName(tx, projectId, pipelineId) : null,
    run: { ...self, finishedAt },
    failure,
    owner,
    streak: { count: streak?.count ?? 1, first: streak?.first ?? self },
    lastGood: good && { id: good.id, number: good.number, startedAt: good.startedAt },
    ...(await loadCodeChange(tx, projectId, good, run)),
    skipped: await loadSkipped(tx, run),
  };
}

async function pipelineName(tx: Tx, projectId: string, id: string): Promise<string | null> {
  const pipeline = await tx.pipeline.findUnique({ where: { projectId_id: { projectId, id } } });
  if (!pipeline) return null;
  const long = await tx.nameText.findUnique({
    where: { projectId_key: { projectId, key: pipeline.name } },
  });
  return long?.text ?? pipeline.name;
}
