export type { JobName, JobPayload } from "./catalog";
export { createQueue, type JobsAndMessages } from "./create-queue";
export type { Handlers, JobContext } from "./handlers";
export type { LiveEvent, LiveListener, LiveMessage } from "./live-message";
