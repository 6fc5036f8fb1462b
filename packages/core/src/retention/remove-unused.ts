import { withSystem, withSystemClient } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { expiryOf, retentionOf } from "./expiry";
import { findUnreferenced } from "./find-unreferenced";
import { removeBlobs, removeEnvironments, removeNames, removeVersion } from "./remove-definitions";

/** What a batch named is kept that long, whatever refers to it: the batch itself may not be stored yet. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** While batches wait longer than this, nothing is removed. */
const BACKLOG_MS = 12 * 60 * 60 * 1000;

export const removeUnusedInput = z.object({
  projectId: z.uuid(),
  /** No run of the instance is kept longer than that. */
  instanceDays: z.int().min(1).nullable().default(null),
});

export interface Removed {
  versions: number;
  blobs: number;
  environments: number;
  names: number;
}

const NOTHING: Removed = { versions: 0, blobs: 0, environments: 0, names: 0 };

/**
 * Removes code versions, sources, environments and texts of long names that no run of a project refers to any
 * more. Pipelines stay, because they number their runs. Stops between two transactions when told to.
 */
export async function removeUnused(args: {
  ctx: InstanceContext;
  input: z.input<typeof removeUnusedInput>;
  signal: AbortSignal;
}): Promise<Removed> {
  const { ctx, signal } = args;
  const { projectId, instanceDays } = removeUnusedInput.parse(args.input);
  const before = await findHorizon(ctx, projectId, instanceDays);
  if (!before) return NOTHING;
  const { db } = ctx;
  const { versions, environments } = await findUnreferenced(db, projectId, before, signal);
  const removed = { ...NOTHING };
  for (const hash of versions) {
    if (signal.aborted) return removed;
    removed.versions += await withSystemClient(db, (client) =>
      removeVersion(client, projectId, hash, before),
    );
  }
  removed.environments = await removeEnvironments(db, projectId, environments, before);
  while (!signal.aborted) {
    const blobs = await withSystemClient(db, (client) => removeBlobs(client, projectId, before));
    if (blobs === 0) break;
    removed.blobs += blobs;
  }
  removed.names = await withSystemClient(db, (client) => removeNames(client, projectId, before));
  return removed;
}

/** What was used since then is kept; null when nothing is to be removed now. */
async function findHorizon(
  ctx: InstanceContext,
  projectId: string,
  instanceDays: number | null,
): Promise<Date | null> {
  const now = ctx.now();
  const stuck = new Date(now.getTime() - BACKLOG_MS);
  return await withSystem(ctx.db, async (tx) => {
    const project = await tx.project.findFirst({
      where: { id: projectId, deletedAt: null, organization: { deletedAt: null } },
      select: { retentionDays: true },
    });
    const retentionDays = project && retentionOf(project.retentionDays, instanceDays);
    if (retentionDays === null) return null;
    if (await tx.ingestBatch.findFirst({ where: { projectId, receivedAt: { lt: stuck } } })) return null;
    const { before } = expiryOf(now, retentionDays);
    return new Date(Math.min(before.getTime(), now.getTime() - KEPT_MS));
  });
}
