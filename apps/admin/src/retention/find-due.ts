import {
  countDueRuns,
  findProject,
  findPurgeableProjects,
  listInstanceProjects,
  type OperatorContext,
} from "@heddle/core";
import type { Place } from "../input/place";

/** A project whose runs expire, with how many have. */
export interface RetainedProject {
  projectId: string;
  place: string;
  retentionDays: number;
  runs: number;
  /** There are more than were counted. */
  more: boolean;
}

export interface Due {
  retained: RetainedProject[];
  /** Deleted projects that nobody can restore any more. */
  purgeable: { projectId: string; place: string }[];
  /** Organisations go with their last project, unless it is about one project only. */
  organizations: boolean;
}

/** What retention would delete now, of all projects or of one. */
export async function findDue(ctx: OperatorContext, only?: Place & { project: string }): Promise<Due> {
  const wanted = only && (await findProject({ ctx, input: only })).scope.projectId;
  const projects = await listInstanceProjects({ ctx, input: {} });
  const retained: RetainedProject[] = [];
  for (const { id: projectId, org, project, retentionDays, deletedAt } of projects) {
    if (retentionDays === null || deletedAt !== null || (wanted ?? projectId) !== projectId) continue;
    const counted = await countDueRuns({ ctx, input: { projectId, retentionDays } });
    retained.push({ projectId, place: `${org}/${project}`, retentionDays, ...counted });
  }
  if (wanted !== undefined) return { retained, purgeable: [], organizations: false };
  const places = new Map(projects.map(({ id, org, project }) => [id, `${org}/${project}`]));
  const purgeable = (await findPurgeableProjects({ ctx })).map(({ projectId }) => ({
    projectId,
    place: places.get(projectId) ?? projectId,
  }));
  return { retained, purgeable, organizations: true };
}
