export type { JobPayload } from "./catalog";
export { createQueue, type JobFailure, type JobsAndMessages } from "./create-queue";
export type { Handlers } from "./handlers";
