import { createUuidV7 } from "@heddle/contract";
import { type Tx, withScope } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../../context";
import { isProjectOpen } from "../../project/is-open";
import { isToBeTold } from "./decide";
import { joinGroup } from "./join-group";
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
    const failed = await loadFailure(tx, run);
    const id = createUuidV7(now.getTime());
    const row = { id, projectId, runId, pipelineId: run.pipelineId, createdAt: now };
    const written = await tx.alertIncident.createMany({
      data: [{ ...row, node: failed.failure?.node ?? null, fingerprint: failed.fingerprint }],
      skipDuplicates: true,
    });
    const { muted } = await joinGroup(tx, ctx, { run, ...failed });
    if (written.count === 1 && !muted) await addDeliveries(tx, { projectId, incidentId: id, now });
    const pending = await tx.alertDelivery.findMany({
      where: { projectId, status: "pending", incident: { projectId, runId } },
      select: { id: true },
    });
    return { deliveryIds: pending.map((delivery) => delivery.id) };
  });
}

async function addDeliveries(
  tx: Tx,
  { projectId, incidentId, now }: { projectId: string; incidentId: string; now: Date },
): Promise<void> {
  const channels = await tx.alertChannel.findMany({
    where: { projectId, enabled: true },
    select: { id: true },
  });
  await tx.alertDelivery.createMany({
    data: channels.map((channel) => ({
      id: createUuidV7(now.getTime()),
      projectId,
      incidentId,
      channelId: channel.id,
      notBefore: now,
      createdAt: now,
    })),
  });
}
