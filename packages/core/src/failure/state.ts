/** What of a group of failures decides how it stands. */
export interface StandingOf {
  acknowledgedAt: Date | null;
  mutedUntil: Date | null;
}

export const FAILURE_STATES = ["open", "acknowledged", "muted", "recovered"] as const;
export type FailureState = (typeof FAILURE_STATES)[number];

/** Messages about it are held back. */
export function isMuted({ mutedUntil }: Pick<StandingOf, "mutedUntil">, now: Date): boolean {
  return mutedUntil !== null && mutedUntil > now;
}

/** `recovered`: a run of the same pipeline and environment succeeded after the newest that failed this way. */
export function failureState(failure: StandingOf, recovered: boolean, now: Date): FailureState {
  if (recovered) return "recovered";
  if (isMuted(failure, now)) return "muted";
  return failure.acknowledgedAt ? "acknowledged" : "open";
}
