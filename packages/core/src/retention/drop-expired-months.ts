import { type Database, dropMonth, findMonthsBefore, type Month, withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";
import { expiryOf } from "./expiry";
import { lowestRunId } from "./lowest-run-id";

interface Args {
  ctx: InstanceContext;
  input: { instanceDays: number };
}

/** The first days of months. */
export interface DroppedMonths {
  gone: string[];
  /** Somebody reads for long what is in them: they are for the next time. */
  busy: string[];
}

/** Months whose last day is older than the instance keeps runs, but for those with a run that still speaks. */
async function findMonths({ ctx, input }: Args): Promise<Month[]> {
  const { before, silentBefore } = expiryOf(ctx.now(), input.instanceDays);
  const silent: Month[] = [];
  for (const month of await findMonthsBefore(ctx.db, before, ctx.now())) {
    if (!(await isSpokenOf(ctx.db, month, silentBefore))) silent.push(month);
  }
  return silent;
}

/** The first days of the months that are due to be dropped. */
export async function findExpiredMonths(args: Args): Promise<string[]> {
  return (await findMonths(args)).map(({ first }) => first);
}

/**
 * Drops, of months whose last day is older than the instance keeps runs, what there is of details, which costs nothing
 * whatever their size. Their runs are then left for `deleteExpiredRuns`, which takes along what else hangs on them; a
 * month without any goes as a whole. One with a run that still speaks is left alone.
 */
export async function dropExpiredMonths(args: Args): Promise<DroppedMonths> {
  const dropped: DroppedMonths = { gone: [], busy: [] };
  for (const month of await findMonths(args)) {
    try {
      if (await dropMonth(args.ctx.db, month)) dropped.gone.push(month.first);
    } catch (error) {
      if (!isInUse(error)) throw error;
      dropped.busy.push(month.first);
    }
  }
  return dropped;
}

/** PostgreSQL's codes of a lock that did not come in time, and of a deadlock. */
const IN_USE = ["55P03", "40P01"];

function isInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && IN_USE.includes(String(error.code));
}

async function isSpokenOf(db: Database, { begins, ends }: Month, silentBefore: Date): Promise<boolean> {
  const values = [lowestRunId(begins), lowestRunId(ends), silentBefore];
  const { rowCount } = await withSystemClient(db, (client) => client.query(SPEAKING, values));
  return rowCount !== 0;
}

const SPEAKING = `
  select from run where id >= $1::uuid and id < $2::uuid and status = 'running' and last_seen_at >= $3 limit 1`;
