import type { FailureState } from "./state";

/** A run as a failure refers to it. */
export interface FailureRun {
  id: string;
  number: number | null;
  startedAt: string;
}

/** Failures of a pipeline that are the same but for their run, as people see them. */
export interface FailureSummary {
  id: string;
  pipeline: string;
  /** Of its runs' tags; null when they have none. */
  environment: string | null;
  /** Null when the runs failed outside of their nodes. */
  node: string | null;
  /** Of the newest run's error; "" when it gave none. */
  errorType: string;
  message: string;
  runs: number;
  firstRun: FailureRun;
  lastRun: FailureRun;
  state: FailureState;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  mutedUntil: string | null;
}
