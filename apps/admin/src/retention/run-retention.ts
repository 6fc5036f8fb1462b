import { setTimeout as wait } from "node:timers/promises";
import {
  countDueRuns,
  deleteExpiredRuns,
  dropExpiredMonths,
  type OperatorContext,
  purgeOrganizations,
  purgeProject,
  removeUnused,
} from "@heddle/core";
import type { Due, RetainedProject } from "./find-due";

export interface Done {
  /** Months that were dropped as a whole. */
  months: number;
  runs: number;
  /** Rows of code versions, sources, environments and long names. */
  leftovers: number;
  projects: number;
  organizations: number;
  /** Expired runs that are left because somebody writes to them. */
  busy: number;
}

/** A worker may be at the same project; it deletes what we would, and is done soon. */
const TRIES = 20;
const BETWEEN_MS = 250;

/**
 * Deletes what is due, in the same small transactions as the workers. Ended in the middle, it leaves nothing
 * half-done that the next pass does not finish.
 */
export async function runRetention(
  ctx: OperatorContext,
  due: Due,
  progress: (line: string) => void,
): Promise<Done> {
  const done: Done = { months: 0, runs: 0, leftovers: 0, projects: 0, organizations: 0, busy: 0 };
  // First what their runs have of details; they themselves once these are deleted.
  done.months += await dropMonths(ctx, due, progress);
  for (const project of due.retained) {
    const { runs, busy } = await expire(ctx, due, project, (runs) =>
      progress(`${project.place}: ${runs} runs deleted`),
    );
    const { signal } = new AbortController();
    const removed = await removeUnused({ ctx, input: inputOf(due, project), signal });
    done.runs += runs;
    done.busy += busy;
    done.leftovers += Object.values(removed).reduce((sum, count) => sum + count, 0);
  }
  done.months += await dropMonths(ctx, due, progress);
  for (const { projectId, place } of due.purgeable) {
    progress(`${place}: deleting it for good`);
    if (await purge(ctx, projectId)) done.projects++;
  }
  if (due.organizations) done.organizations = await purgeOrganizations({ ctx });
  return done;
}

const inputOf = ({ instanceDays }: Due, { projectId }: RetainedProject) => ({ projectId, instanceDays });

/** How many months went as a whole. One that somebody reads for long is left to the workers. */
async function dropMonths(
  ctx: OperatorContext,
  { instanceDays, months }: Due,
  progress: (line: string) => void,
): Promise<number> {
  if (instanceDays === null || months.length === 0) return 0;
  const { gone, busy } = await dropExpiredMonths({ ctx, input: { instanceDays } });
  if (busy.length > 0) progress(`Somebody reads ${busy.join(", ")}: the workers drop that later.`);
  return gone.length;
}

async function expire(
  ctx: OperatorContext,
  due: Due,
  project: RetainedProject,
  tell: (runs: number) => void,
): Promise<{ runs: number; busy: number }> {
  let runs = 0;
  let busy = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await wait(BETWEEN_MS);
    for (let more = true; more; ) {
      const progress = await deleteExpiredRuns({ ctx, input: inputOf(due, project) });
      more = progress.more;
      runs += progress.runs;
      if (progress.runs > 0) tell(runs);
    }
    busy = (await countDueRuns({ ctx, input: project })).runs;
    if (busy === 0) break;
  }
  return { runs, busy };
}

async function purge(ctx: OperatorContext, projectId: string): Promise<boolean> {
  for (;;) {
    const { more, gone } = await purgeProject({ ctx, input: { projectId } });
    if (!more) return gone;
  }
}
