import type { RunFailedEvent } from "@heddle/contract";
import { type Tx, withScope, withScopeClient } from "@heddle/db";
import { z } from "zod";
import type { FailureFacts } from "../alert/incident/facts";
import { readFacts } from "../alert/incident/read-facts";
import type { SlackMessage } from "../alert/slack/block";
import { failureMessage } from "../alert/slack/failure-message";
import { runFailedEvent } from "../alert/webhook/events";
import { compareWithLastGood } from "../comparison/compare-with-last-good";
import { authorise, type Context } from "../context";
import { changesView, type RunChangesView } from "../run/changes";
import { isUuid } from "../run/uuid-text";
import { loadFailureView } from "./load";
import { noSuchFailure } from "./missing";
import { type FailureEvent, readTimeline } from "./timeline";
import type { FailureRun, FailureSummary } from "./view";

export const getFailureInput = z.object({ failureId: z.string().min(1).max(200) });

export interface FailureDetail {
  failure: FailureSummary;
  /** The run with which it began after the last good one, and what is known to differ between the two. */
  began: { run: FailureRun; runs: number; changes: RunChangesView };
  /** Nodes that the newest run did not get to, the first few by name. */
  skipped: FailureFacts["skipped"];
  owner: string | null;
  /** Newest first. */
  timeline: FailureEvent[];
  /** What channels are told about the newest run. */
  message: { slack: SlackMessage; webhook: RunFailedEvent };
}

/** A failure with what happened around it. `publicUrl`: origin of the links in messages. */
export async function getFailure(args: {
  ctx: Context;
  input: z.infer<typeof getFailureInput>;
  publicUrl: string;
}): Promise<FailureDetail> {
  const { ctx, publicUrl } = args;
  authorise(ctx, "read");
  const { failureId } = getFailureInput.parse(args.input);
  if (!isUuid(failureId)) throw noSuchFailure();
  const { projectId, organizationId } = ctx.scope;
  const failure = await withScopeClient(ctx.db, ctx.scope, (client) =>
    loadFailureView(client, ctx, failureId),
  );
  const told = { runId: failure.lastRun.id, failureId };
  const facts = await readFacts(ctx, told);
  return await withScope(ctx.db, ctx.scope, async (tx) => {
    const incident = await tx.alertIncident.findFirst({ where: { projectId, ...told } });
    // Its newest run expired between the two reads, and the failure with it.
    if (!facts || !incident?.pipelineId) throw noSuchFailure();
    const { pipelineId } = incident;
    const { environment } = facts;
    return {
      failure,
      began: await readBeginning(tx, projectId, failure, facts),
      skipped: facts.skipped,
      owner: facts.owner,
      timeline: await readTimeline(tx, { projectId, organizationId, failureId, pipelineId, environment }),
      message: {
        slack: failureMessage(facts, publicUrl),
        webhook: runFailedEvent(facts, { id: incident.id, at: incident.createdAt }, publicUrl),
      },
    };
  });
}

const NIL = "00000000-0000-0000-0000-000000000000";

async function readBeginning(
  tx: Tx,
  projectId: string,
  failure: FailureSummary,
  { lastGood }: FailureFacts,
): Promise<FailureDetail["began"]> {
  const since = { projectId, failureId: failure.id, runId: { gt: lastGood?.id ?? NIL } };
  const first = await tx.alertIncident.findFirst({ where: since, orderBy: { runId: "asc" } });
  const run = await tx.run.findUnique({
    where: { projectId_id: { projectId, id: first?.runId ?? failure.lastRun.id } },
  });
  if (!run) throw noSuchFailure();
  return {
    run: { id: run.id, number: run.number, startedAt: run.startedAt.toISOString() },
    runs: await tx.alertIncident.count({ where: since }),
    changes: changesView(await compareWithLastGood(tx, run)),
  };
}
