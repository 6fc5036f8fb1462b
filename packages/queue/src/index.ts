export type { JobName, JobPayload } from "./catalog";
export type { JobCounts } from "./counts";
export { createQueue, type JobFailure, type JobsAndMessages } from "./create-queue";
export type { Handlers } from "./handlers";
