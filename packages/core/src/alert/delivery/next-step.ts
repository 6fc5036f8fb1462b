import type { Verdict } from "../verdict";

/** Waits after each failed attempt: quick first, because a message is due within seconds; some 3 h in all. */
const WAITS_MS = [1000, 4000, 15_000, 60_000, 5 * 60_000, 20 * 60_000, 40 * 60_000, 2 * 60 * 60_000];

/** Attempts that a delivery gets before it is given up. The job's `attempts` must not be fewer. */
export const DELIVERY_ATTEMPTS = WAITS_MS.length + 1;

/** How long an attempt owns its delivery: longer than the longest call, so that no two send at once. */
export const LEASE_MS = 30_000;

export type NextStep =
  | { status: "sent"; sentAt: Date }
  | { status: "pending"; notBefore: Date; lastError: string }
  | { status: "failed"; lastError: string };

/** What becomes of a delivery after its attempt number `attempt` (1 for the first). */
export function nextStep(verdict: Verdict, attempt: number, now: Date): NextStep {
  if (verdict.kind === "sent") return { status: "sent", sentAt: now };
  if (verdict.kind === "refused") return { status: "failed", lastError: `${verdict.message} ${verdict.fix}` };
  const wait = WAITS_MS[attempt - 1];
  if (wait === undefined)
    return { status: "failed", lastError: `${verdict.message} Given up after ${attempt} attempts.` };
  const notBefore = new Date(now.getTime() + Math.max(wait, verdict.afterMs ?? 0));
  return { status: "pending", notBefore, lastError: verdict.message };
}
