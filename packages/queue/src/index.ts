export { type JobName, type JobPayload, type JobRules, jobNames, jobRules } from "./catalog";
export { createQueue, type JobFailure, type JobsAndMessages } from "./create-queue";
export type { Handlers } from "./handlers";
