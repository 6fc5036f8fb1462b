import type { JobQueue, JobState } from "./backend";
import { type JobName, jobNames } from "./catalog";

const STATES: JobState[] = ["waiting", "active", "delayed", "failed"];

export type JobCounts = Record<JobName, Record<JobState, number>>;

export async function countJobs(queueOf: (name: JobName) => JobQueue): Promise<JobCounts> {
  const counted = await Promise.all(
    jobNames.map(async (name) => {
      const {
        waiting = 0,
        active = 0,
        delayed = 0,
        failed = 0,
      } = await queueOf(name).getJobCounts(...STATES);
      return [name, { waiting, active, delayed, failed }] as const;
    }),
  );
  return Object.fromEntries(counted) as JobCounts;
}
