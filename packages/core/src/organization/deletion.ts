const DAY_MS = 24 * 60 * 60 * 1000;

/** How long what was deleted can be brought back. */
const RESTORABLE_DAYS = 7;

/** Until when what was deleted then can be brought back. */
export function restorableUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + RESTORABLE_DAYS * DAY_MS);
}
