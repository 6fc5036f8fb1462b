import {
  countDueRuns,
  findExpiredMonths,
  findProject,
  findPurgeableProjects,
  listInstanceProjects,
  type OperatorContext,
  retentionOf,
} from "@heddle/core";
import type { Place } from "../input/place";

/** A project whose runs expire, by its own limit or the instance's, with how many have. */
export interface RetainedProject {
  projectId: string;
  place: string;
  retentionDays: number;
  runs: number;
  /** There are more than were counted. */
  more: boolean;
}

export interface Due {
  /** How many days the instance keeps runs at most. */
  instanceDays: number | null;
  /** The first days of months that are older: dropped as a whole, unless it is about one project only. */
  months: string[];
  retained: RetainedProject[];
  /** Deleted projects that nobody can restore any more. */
  purgeable: { projectId: string; place: string }[];
  /** Organisations go with their last project, unless it is about one project only. */
  organizations: boolean;
}

/** What retention would delete now, of all projects or of one. */
export async function findDue(
  ctx: OperatorContext,
  instanceDays: number | null,
  only?: Place & { project: string },
): Promise<Due> {
  const wanted = only && (await findProject({ ctx, input: only })).scope.projectId;
  const projects = await listInstanceProjects({ ctx, input: {} });
  const retained: RetainedProject[] = [];
  for (const { id: projectId, org, project, deletedAt, ...own } of projects) {
    const retentionDays = retentionOf(own.retentionDays, instanceDays);
    if (retentionDays === null || deletedAt !== null || (wanted ?? projectId) !== projectId) continue;
    const counted = await countDueRuns({ ctx, input: { projectId, retentionDays } });
    retained.push({ projectId, place: `${org}/${project}`, retentionDays, ...counted });
  }
  if (wanted !== undefined) {
    return { instanceDays, months: [], retained, purgeable: [], organizations: false };
  }
  const months = instanceDays === null ? [] : await findExpiredMonths({ ctx, input: { instanceDays } });
  const places = new Map(projects.map(({ id, org, project }) => [id, `${org}/${project}`]));
  const purgeable = (await findPurgeableProjects({ ctx })).map(({ projectId }) => ({
    projectId,
    place: places.get(projectId) ?? projectId,
  }));
  return { instanceDays, months, retained, purgeable, organizations: true };
}
