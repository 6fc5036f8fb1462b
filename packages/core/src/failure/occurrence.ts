/** A run that failed, as its group keeps it. Ids are UUIDv7 as PostgreSQL writes them: their order is that of time. */
export interface Occurrence {
  runId: string;
  /** Key of the failed node's name. */
  node: string | null;
  errorType: string;
  message: string;
}

export interface Group {
  runs: number;
  firstRunId: string;
  lastRunId: string;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
}

export type GroupChange = Partial<Group & Omit<Occurrence, "runId">>;

/**
 * What a run changes in the group that it belongs to, whichever order runs are looked at in.
 * `recoveredBefore`: a run succeeded between the group's newest and this one, so that it comes back.
 */
export function withOccurrence(group: Group, occurrence: Occurrence, recoveredBefore: boolean): GroupChange {
  const { runId, ...error } = occurrence;
  const runs = group.runs + 1;
  const counted = runId < group.firstRunId ? { runs, firstRunId: runId } : { runs };
  if (runId < group.lastRunId) return counted;
  const news = { ...counted, lastRunId: runId, ...error };
  return recoveredBefore ? { ...news, acknowledgedAt: null, acknowledgedBy: null } : news;
}
