import { setTimeout as wait } from "node:timers/promises";
import {
  countDueRuns,
  deleteExpiredRuns,
  type OperatorContext,
  purgeOrganizations,
  purgeProject,
  removeUnused,
} from "@heddle/core";
import type { Due, RetainedProject } from "./find-due";

export interface Done {
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
  const done: Done = { runs: 0, leftovers: 0, projects: 0, organizations: 0, busy: 0 };
  for (const project of due.retained) {
    const { runs, busy } = await expire(ctx, project, (runs) =>
      progress(`${project.place}: ${runs} runs deleted`),
    );
    const { signal } = new AbortController();
    const removed = await removeUnused({ ctx, input: { projectId: project.projectId }, signal });
    done.runs += runs;
    done.busy += busy;
    done.leftovers += Object.values(removed).reduce((sum, count) => sum + count, 0);
  }
  for (const { projectId, place } of due.purgeable) {
    progress(`${place}: deleting it for good`);
    if (await purge(ctx, projectId)) done.projects++;
  }
  if (due.organizations) done.organizations = await purgeOrganizations({ ctx });
  return done;
}

async function expire(
  ctx: OperatorContext,
  project: RetainedProject,
  tell: (runs: number) => void,
): Promise<{ runs: number; busy: number }> {
  let runs = 0;
  let busy = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await wait(BETWEEN_MS);
    for (let more = true; more; ) {
      const progress = await deleteExpiredRuns({ ctx, input: { projectId: project.projectId } });
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
