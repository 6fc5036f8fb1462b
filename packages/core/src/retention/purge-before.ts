import { restorableUntil } from "../organization/deletion";

/** Clocks of two machines may differ: what one still restores, the other must not have begun to delete. */
const GRACE_MS = 60 * 60 * 1000;

/** What was deleted before that is gone for good. */
export function purgeBefore(now: Date): Date {
  const restorableMs = restorableUntil(new Date(0)).getTime();
  return new Date(now.getTime() - restorableMs - GRACE_MS);
}
