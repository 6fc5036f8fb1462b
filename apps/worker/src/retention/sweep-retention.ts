import {
  deleteExpiredRuns,
  findPurgeableProjects,
  findRetainedProjects,
  purgeOrganizations,
  purgeProject,
  removeUnused,
} from "@heddle/core";
import type { WorkerTools } from "../handlers";
import { inTurns } from "./in-turns";

type Tools = Pick<WorkerTools, "db" | "log" | "stopping">;

const contextOf = ({ db }: Tools) => ({ db, now: () => new Date() });

/** Deletes the runs that their projects no longer want to keep. */
export async function deleteExpired(tools: Tools): Promise<void> {
  const ctx = contextOf(tools);
  const deleted = new Map<string, number>();
  await inTurns({
    items: await findRetainedProjects({ ctx }),
    signal: tools.stopping,
    work: async (input) => {
      const { runs, more } = await deleteExpiredRuns({ ctx, input });
      deleted.set(input.projectId, (deleted.get(input.projectId) ?? 0) + runs);
      return more;
    },
  });
  for (const [projectId, runs] of deleted) if (runs > 0) tools.log.info({ projectId, runs }, "runs expired");
}

/** Removes what no run refers to any more where runs expire. */
export async function removeLeftovers(tools: Tools): Promise<void> {
  const ctx = contextOf(tools);
  await inTurns({
    items: await findRetainedProjects({ ctx }),
    signal: tools.stopping,
    work: async (input) => {
      const removed = await removeUnused({ ctx, input, signal: tools.stopping });
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
