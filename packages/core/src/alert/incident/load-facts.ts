import type { Tx } from "@heddle/db";
import { compareWithLastGood, environmentOf } from "../../comparison/compare-with-last-good";
import type { Context } from "../../context";
import { fullNamesIn } from "../../run/full-names";
import type { FailureFacts } from "./facts";
import { loadFailure } from "./load-failure";
import { loadSkipped } from "./load-skipped";

/** What is read of a failed run itself and its neighbours; null when the run is not there any more. */
export async function loadFacts(
  tx: Tx,
  ctx: Context,
  incident: { runId: string; failureId: string | null },
): Promise<Omit<FailureFacts, "others"> | null> {
  const { projectId, organizationId } = ctx.scope;
  const { runId, failureId } = incident;
  const run = await tx.run.findUnique({ where: { projectId_id: { projectId, id: runId } } });
  if (!run) return null;
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const { pipelineId, number, startedAt, finishedAt } = run;
  const { failure, owner } = await loadFailure(tx, run);
  return {
    failureId,
    organization: organization.slug,
    project: project.slug,
    environment: environmentOf(run.tags),
    pipeline: pipelineId ? await pipelineName(tx, projectId, pipelineId) : null,
    run: { id: runId, number, startedAt, finishedAt },
    failure,
    owner,
    ...(await compareWithLastGood(tx, run)),
    skipped: await loadSkipped(tx, run),
  };
}

async function pipelineName(tx: Tx, projectId: string, id: string): Promise<string | null> {
  const pipeline = await tx.pipeline.findUnique({ where: { projectId_id: { projectId, id } } });
  if (!pipeline) return null;
  const fullName = await fullNamesIn(tx, projectId, [pipeline.name]);
  return fullName(pipeline.name);
}
