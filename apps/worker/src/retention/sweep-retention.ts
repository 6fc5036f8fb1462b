import {
  deleteExpiredRuns,
  dropExpiredMonths,
  findPurgeableProjects,
  findRetainedProjects,
  purgeOrganizations,
  purgeProject,
  removeUnused,
} from "@heddle/core";
import type { WorkerTools } from "../handlers";
import { inTurns } from "./in-turns";

type Tools = Pick<WorkerTools, "db" | "log" | "stopping" | "instanceDays">;

const contextOf = ({ db }: Tools) => ({ db, now: () => new Date() });

/** Deletes the runs that their projects, or the instance, no longer want to keep. */
export async function deleteExpired(tools: Tools): Promise<void> {
  const ctx = contextOf(tools);
  const { instanceDays } = tools;
  if (instanceDays !== null) await dropMonths(tools, instanceDays);
  const deleted = new Map<string, number>();
  await inTurns({
    items: await findRetainedProjects({ ctx, input: { instanceDays } }),
    signal: tools.stopping,
    work: async (input) => {
      const { runs, more } = await deleteExpiredRuns({ ctx, input: { ...input, instanceDays } });
      deleted.set(input.projectId, (deleted.get(input.projectId) ?? 0) + runs);
      return more;
    },
  });
  for (const [projectId, runs] of deleted) if (runs > 0) tools.log.info({ projectId, runs }, "runs expired");
}

async function dropMonths(tools: Tools, instanceDays: number): Promise<void> {
  const { gone, busy } = await dropExpiredMonths({ ctx: contextOf(tools), input: { instanceDays } });
  if (gone.length > 0) tools.log.info({ months: gone }, "months expired");
  if (busy.length > 0)
    tools.log.warn({ months: busy }, "months that expired are in use, will be dropped later");
}

/** Removes what no run refers to any more where runs expire. */
export async function removeLeftovers(tools: Tools): Promise<void> {
  const ctx = contextOf(tools);
  const { instanceDays } = tools;
  await inTurns({
    items: await findRetainedProjects({ ctx, input: { instanceDays } }),
    signal: tools.stopping,
    work: async (input) => {
      const removed = await removeUnused({ ctx, input: { ...input, instanceDays }, signal: tools.stopping });
      if (Object.values(removed).some((count) => count > 0)) {
        tools.log.info({ ...input, ...removed }, "removed what no run refers to");
      }
      return false;
    },
  });
}

/** Deletes for good what was deleted some days ago. */
export async function purge(tools: Tools): Promise<void> {
  const ctx = contextOf(tools);
  await inTurns({
    items: await findPurgeableProjects({ ctx }),
    signal: tools.stopping,
    work: async (input) => {
      const { more, gone } = await purgeProject({ ctx, input });
      if (gone) tools.log.info(input, "project deleted for good");
      return more;
    },
  });
  if (!tools.stopping.aborted) await purgeOrganizations({ ctx });
}
