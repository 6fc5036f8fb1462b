import { createUuidV7 } from "@heddle/contract";
import { type Tx, withScope } from "@heddle/db";
import { z } from "zod";
import { environmentOf } from "../../comparison/compare-with-last-good";
import { authorise, type Context } from "../../context";
import { noteOccurrence } from "../../failure/note-occurrence";
import { isMuted } from "../../failure/state";
import { isProjectOpen } from "../../project/is-open";
import { isToBeTold } from "./decide";
import { loadFailure } from "./load-failure";

const evaluateRunInput = z.object({ runId: z.uuid() });

/**
 * Decides whether a run's failure is told and writes what follows: one incident for the run, its place in a
 * group of same failures and, unless that is muted, one delivery for each channel that is switched on. However
 * often and by however many it is called, the rows are written once; the answer names the deliveries that
 * still wait to be sent.
 */
export async function evaluateRun(args: {
  ctx: Context;
  input: z.infer<typeof evaluateRunInput>;
}): Promise<{ deliveryIds: string[] }> {
  const { ctx } = args;
  authorise(ctx, "edit");
  const { runId } = evaluateRunInput.parse(args.input);
  const { projectId } = ctx.scope;
  const now = ctx.now();
  return withScope(ctx.db, ctx.scope, async (tx) => {
    const run = await tx.run.findUnique({ where: { projectId_id: { projectId, id: runId } } });
    if (!run || !isToBeTold(run) || !(await isProjectOpen(tx, projectId))) return { deliveryIds: [] };
    const { failure, fingerprint } = await loadFailure(tx, run);
    const id = createUuidV7(now.getTime());
    const row = { id, projectId, runId, pipelineId: run.pipelineId, createdAt: now };
    const written = await tx.alertIncident.createMany({
      data: [{ ...row, node: failure?.node ?? null, fingerprint }],
      skipDuplicates: true,
    });
    if (written.count === 1 && !(await joinGroup(tx, ctx, { run, incidentId: id, failure, fingerprint }))) {
      const channels = await tx.alertChannel.findMany({
        where: { projectId, enabled: true },
        select: { id: true },
      });
      await tx.alertDelivery.createMany({
        data: channels.map((channel) => ({
          id: createUuidV7(now.getTime()),
          projectId,
          incidentId: id,
          channelId: channel.id,
          notBefore: now,
          createdAt: now,
        })),
      });
    }
    const pending = await tx.alertDelivery.findMany({
      where: { projectId, status: "pending", incident: { projectId, runId } },
      select: { id: true },
    });
    return { deliveryIds: pending.map((delivery) => delivery.id) };
  });
}

type Failed = Pick<Awaited<ReturnType<typeof loadFailure>>, "failure" | "fingerprint">;

/** Adds the run to its group of failures. The answer is whether that is muted. */
async function joinGroup(
  tx: Tx,
  ctx: Context,
  told: Failed & { run: { id: string; pipelineId: string | null; tags: unknown }; incidentId: string },
): Promise<boolean> {
  const { projectId } = ctx.scope;
  const { id: runId, pipelineId, tags } = told.run;
  if (pipelineId === null) return false;
  const error = told.failure ?? { node: null, type: "", message: "" };
  const place = { projectId, pipelineId, runId, environment: environmentOf(tags) };
  const group = await noteOccurrence(tx, { ...place, fingerprint: told.fingerprint, error }, ctx.now());
  await tx.alertIncident.updateMany({
    where: { id: told.incidentId, projectId },
    data: { failureId: group.id },
  });
  return isMuted(group, ctx.now());
}
