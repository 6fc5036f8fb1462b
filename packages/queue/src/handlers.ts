import type { JobName, JobPayload } from "./catalog";

/** One job in the hands of its handler. */
export interface JobContext<Name extends JobName> {
  id: string;
  payload: JobPayload<Name>;
  /** 1 for the first try. */
  attempt: number;
  /** Fires when the time that the catalog allows is over. */
  signal: AbortSignal;
}

/** A handler for every job of the catalog: leaving one out is a compile error. */
export type Handlers = { [Name in JobName]: (job: JobContext<Name>) => Promise<void> };
