import type { ErrorReport } from "@heddle/contract";
import { compareText, earlier, later } from "./lattice";

type AttemptStatus = "skipped" | "running" | "succeeded" | "failed";

/** One try to run a node. */
export interface Attempt {
  attempt: number;
  status: AttemptStatus;
  startedAt: string | null;
  finishedAt: string | null;
  error: ErrorReport | null;
}

const RANK: Record<AttemptStatus, number> = { skipped: 0, running: 1, succeeded: 2, failed: 3 };

/** Attempts kept for a node run, the latest of them; more would let one node grow without end. */
const ATTEMPTS_KEPT = 20;

/** Both lists as one, by number of attempt, latest last. */
export function mergeAttempts(a: readonly Attempt[], b: readonly Attempt[]): Attempt[] {
  const [x, y] = [a[0], b[0]];
  const areOne = a.length === 1 && b.length === 1 && x?.attempt === y?.attempt;
  if (areOne && x && y) return [mergeAttempt(x, y)];
  const byNumber = new Map(a.map((attempt) => [attempt.attempt, attempt]));
  for (const attempt of b) {
    const same = byNumber.get(attempt.attempt);
    byNumber.set(attempt.attempt, same ? mergeAttempt(same, attempt) : attempt);
  }
  return [...byNumber.values()].sort((x, y) => x.attempt - y.attempt).slice(-ATTEMPTS_KEPT);
}

function mergeAttempt(a: Attempt, b: Attempt): Attempt {
  const winner = outranks(a, b) ? a : b;
  return {
    attempt: a.attempt,
    status: winner.status,
    startedAt: earlier(a.startedAt, b.startedAt),
    finishedAt: later(a.finishedAt, b.finishedAt),
    error: winner.error,
  };
}

function outranks(a: Attempt, b: Attempt): boolean {
  if (a.status !== b.status) return RANK[a.status] > RANK[b.status];
  if (a.error === null || b.error === null) return a.error !== null;
  return compareText(a.error, b.error) >= 0;
}
