/** Where a value comes from. The greatest origin wins: latest attempt, then writer, then number of the event. */
export interface Origin {
  attempt: number;
  writer: string;
  seq: number;
}

/** Negative, zero or positive, as PostgreSQL compares (attempt, writer, seq). */
export function compareOrigins(a: Origin, b: Origin): number {
  if (a.attempt !== b.attempt) return a.attempt - b.attempt;
  if (a.writer !== b.writer) return a.writer < b.writer ? -1 : 1;
  return a.seq - b.seq;
}
