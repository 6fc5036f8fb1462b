import { invariant } from "../../error/invariant";
import type { Attempt } from "../fold/attempt";
import { fingerprintOf } from "../fold/fingerprint";

/** A row of `node_run`. */
export interface NodeRunRow extends Omit<Attempt, "startedAt" | "finishedAt"> {
  run_id: string;
  node: string;
  task: string;
  started_at: Date | null;
  finished_at: Date | null;
  earlier: Attempt[];
}

/** What is stored of the attempts of a node: the last in columns of their own. */
export function columnsOfAttempts(attempts: Attempt[]) {
  const last = attempts.at(-1);
  invariant(last, "a node run has an attempt");
  return {
    attempt: last.attempt,
    status: last.status,
    started_at: last.startedAt,
    finished_at: last.finishedAt,
    error: last.error,
    fingerprint: last.error && fingerprintOf(last.error),
    earlier: attempts.slice(0, -1),
  };
}

/** The attempts that a stored row knows. */
export function attemptsOf(row: Omit<NodeRunRow, "run_id" | "node" | "task">): Attempt[] {
  const { attempt, status, error, earlier } = row;
  const startedAt = row.started_at?.toISOString() ?? null;
  const finishedAt = row.finished_at?.toISOString() ?? null;
  return [...earlier, { attempt, status, startedAt, finishedAt, error }];
}
