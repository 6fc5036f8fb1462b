import { DomainError } from "../error/domain-error";

const DAY_MS = 86_400_000;
/** Long enough that nobody curses it, short enough that a forgotten key ends. */
const DEFAULT_DAYS = 365;
const LONGEST_DAYS = 3650;

interface Asked {
  /** Undefined for the default, null for never. */
  expiresAt: Date | null | undefined;
  now: Date;
  /** When the key that asks ends: what it makes must not outlive it. Null when it does not end. */
  makerEndsAt: Date | null;
}

/** When a new key ends; null for never. */
export function expiryOf({ expiresAt, now, makerEndsAt }: Asked): Date | null {
  if (expiresAt === undefined) {
    const usual = new Date(now.getTime() + DEFAULT_DAYS * DAY_MS);
    return makerEndsAt !== null && makerEndsAt < usual ? makerEndsAt : usual;
  }
  if (expiresAt !== null && expiresAt <= now) {
    throw refusal("A key cannot end in the past.", "Give a later time, or null for a key that does not end.");
  }
  if (expiresAt !== null && expiresAt.getTime() - now.getTime() > LONGEST_DAYS * DAY_MS) {
    throw refusal("That is more than ten years away.", "Give an earlier time, or null for never.");
  }
  if (makerEndsAt !== null && (expiresAt === null || expiresAt > makerEndsAt)) {
    const end = makerEndsAt.toISOString();
    throw refusal(
      "A key cannot make one that outlives it.",
      `Let it end by ${end}, when the key itself ends.`,
    );
  }
  return expiresAt;
}

function refusal(message: string, fix: string): DomainError {
  return new DomainError("invalid", message, { path: "/expiresAt", fix });
}
