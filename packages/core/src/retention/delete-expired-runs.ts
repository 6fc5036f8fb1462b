import { type Scope, type Tx, withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { deleteSome, preferKeys, TABLES_OF_RUNS } from "./delete-some";
import { expiryOf, retentionOf } from "./expiry";
import { forgetIncidents } from "./forget-incidents";
import { lowestRunId } from "./lowest-run-id";
import { noteExpired } from "./note-expired";

/** Bounds of one transaction: ingestion of these runs waits while it lasts. */
const RUNS_AT_ONCE = 500;
const ROWS_AT_ONCE = 5000;

export const deleteExpiredInput = z.object({
  projectId: z.uuid(),
  /** No run of the instance is kept longer than that. */
  instanceDays: z.int().min(1).nullable().default(null),
});

export interface Progress {
  /** Runs that are gone now. */
  runs: number;
  /** There may be more to do. */
  more: boolean;
}

const NOTHING: Progress = { runs: 0, more: false };

/**
 * Deletes some of a project's expired runs with all that hangs on them: details first, the run last, so that
 * what was broken off is found again. Runs that are being written to, or still running, are left alone.
 */
export async function deleteExpiredRuns(args: {
  ctx: InstanceContext;
  input: z.input<typeof deleteExpiredInput>;
}): Promise<Progress> {
  const { ctx } = args;
  const { projectId, instanceDays } = deleteExpiredInput.parse(args.input);
  return await withSystem(ctx.db, async (tx) => {
    const project = await claim(tx, projectId, instanceDays);
    if (!project) return NOTHING;
    const { before, silentBefore } = expiryOf(ctx.now(), project.retentionDays);
    await preferKeys(tx);
    const values = [projectId, lowestRunId(before), silentBefore];
    const expired = await tx.$queryRawUnsafe<{ id: string }[]>(EXPIRED, ...values);
    const ids = expired.map(({ id }) => id);
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return NOTHING;
    let left = ROWS_AT_ONCE;
    const picked = { condition: OF_RUNS, values: [projectId, ids, first, last] };
    for (const table of TABLES_OF_RUNS) {
      left -= await deleteSome(tx, table, picked, left);
      if (left === 0) return { runs: 0, more: true };
    }
    await forgetIncidents(tx, projectId, ids);
    await tx.$executeRawUnsafe(DELETE_ALIASES, projectId, ids);
    await tx.$executeRawUnsafe(DELETE_RUNS, projectId, ids, first, last);
    await noteExpired(tx, { ...project, now: ctx.now }, ids.length);
    return { runs: ids.length, more: ids.length === RUNS_AT_ONCE };
  });
}

interface Retained {
  scope: Scope;
  name: string;
  retentionDays: number;
}

/** The project, when its runs' age is limited, it is not deleted, and no other process is at it. */
async function claim(tx: Tx, projectId: string, instanceDays: number | null): Promise<Retained | null> {
  const [locked] = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('heddle.retention.' || ${projectId}, 0)) AS free`;
  if (!locked?.free) return null;
  const found = await tx.project.findFirst({
    where: { id: projectId, deletedAt: null, organization: { deletedAt: null } },
    select: { organizationId: true, name: true, retentionDays: true },
  });
  const retentionDays = found && retentionOf(found.retentionDays, instanceDays);
  if (!found || retentionDays === null) return null;
  const { organizationId, name } = found;
  return { scope: { organizationId, projectId }, name, retentionDays };
}

/** By id, which is by time; locked so that nothing is added to them meanwhile. */
export const EXPIRED = `
  select id from run
  where project_id = $1::uuid and id < $2::uuid and (status <> 'running' or last_seen_at < $3::timestamptz)
  order by id limit ${RUNS_AT_ONCE} for update skip locked`;

export const OF_RUNS =
  "project_id = $1::uuid and run_id = any($2::uuid[]) and run_id between $3::uuid and $4::uuid";

const DELETE_ALIASES = "delete from run_alias where project_id = $1::uuid and run_id = any($2::uuid[])";

export const DELETE_RUNS = `
  delete from run where project_id = $1::uuid and id = any($2::uuid[]) and id between $3::uuid and $4::uuid`;
