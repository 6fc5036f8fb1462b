const DAY_MS = 24 * 60 * 60 * 1000;

/** Some clients promise no signs of life: silence of theirs means little before this many days. */
const SILENT_DAYS = 7;

export interface Expiry {
  /** Runs that began before it have expired. */
  before: Date;
  /** Runs that say they are running, and were not heard of since, are not believed. */
  silentBefore: Date;
}

/** How long runs of a project are kept: the shorter of what it and the instance say; null is for ever. */
export function retentionOf(project: number | null, instance: number | null): number | null {
  const limits = [project, instance].filter((days) => days !== null);
  return limits.length === 0 ? null : Math.min(...limits);
}

export function expiryOf(now: Date, retentionDays: number): Expiry {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return { before: daysAgo(retentionDays), silentBefore: daysAgo(Math.max(retentionDays, SILENT_DAYS)) };
}
