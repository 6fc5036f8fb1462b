import type { Tx } from "@heddle/db";
import type { AuditAction } from "../../audit/action";
import { recordAudit } from "../../audit/record";
import { notThere, requireId } from "./missing";
import { type QuarantineContext, reachOf, withReach } from "./reach";

/** Bodies of several megabytes: few in a transaction. */
const AT_ONCE = 50;

/** Single batches, or all there are within reach, of one project if it is named. */
export type Picked = { ids: string[] } | { all: true; projectId?: string | undefined };

export interface TakenOut {
  batches: number;
  /** Whose they were. */
  projectIds: string[];
}

interface Removal {
  action: Extract<AuditAction, `quarantine.${string}`>;
  /** A statement that takes the batches whose ids are $1 out, of project $2 if that is not null, and answers whose they were. */
  sql: string;
}

/**
 * Takes batches out of quarantine, some in each transaction, and writes down how many for each project. Of ids
 * it must find one at least; of two who do the same at once, each batch is taken by one.
 */
export async function takeOut(
  ctx: QuarantineContext,
  picked: Picked,
  { action, sql }: Removal,
): Promise<TakenOut> {
  const reach = reachOf(ctx);
  const wanted =
    "ids" in picked
      ? [...new Set(picked.ids.map(requireId))]
      : await findAll(ctx, reach ?? picked.projectId ?? null);
  const counts = new Map<string, number>();
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    await withReach(ctx, async (tx) => {
      const ids = wanted.slice(at, at + AT_ONCE);
      const rows = await tx.$queryRawUnsafe<{ projectId: string }[]>(sql, ids, reach);
      const taken = new Map<string, number>();
      for (const { projectId } of rows) taken.set(projectId, (taken.get(projectId) ?? 0) + 1);
      for (const [projectId, batches] of taken) {
        await note(tx, ctx, { action, projectId, batches });
        counts.set(projectId, (counts.get(projectId) ?? 0) + batches);
      }
    });
  }
  const batches = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if ("ids" in picked && batches === 0) throw notThere(picked.ids);
  return { batches, projectIds: [...counts.keys()] };
}

async function findAll(ctx: QuarantineContext, projectId: string | null): Promise<string[]> {
  const rows = await withReach(ctx, (tx) => tx.$queryRawUnsafe<{ id: string }[]>(ALL, projectId));
  return rows.map(({ id }) => id);
}

async function note(
  tx: Tx,
  ctx: QuarantineContext,
  { action, projectId, batches }: { action: AuditAction; projectId: string; batches: number },
): Promise<void> {
  const select = { organizationId: true, name: true };
  const project = await tx.project.findUnique({ where: { id: projectId }, select });
  // One that is gone for good has nobody left to tell.
  if (!project) return;
  const { organizationId, name } = project;
  const source = { ...ctx, scope: { organizationId, projectId } };
  await recordAudit(tx, source, { action, target: name, targetId: projectId, detail: { batches } });
}

const ALL = `
  select id::text from quarantined_batch where (project_id = $1::uuid or $1::uuid is null) order by id`;
