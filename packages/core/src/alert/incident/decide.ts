/** What of a run decides whether people are told. */
export interface JudgedRun {
  status: string;
  finishedAt: Date | null;
}

/** Whether the failure of a run is to be told: it ended, and it ended failed. */
export function isToBeTold(run: JudgedRun): boolean {
  return run.status === "failed" && run.finishedAt !== null;
}
