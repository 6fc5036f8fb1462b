import type { FailureState, FailureSummary } from "@heddle/core";
import { formatCount } from "../../format/number";

type Failure = Pick<FailureSummary, "pipeline" | "node" | "errorType" | "message" | "runs">;

/** "growth_features fails at join_customers" */
export function failureTitle({ pipeline, node }: Pick<Failure, "pipeline" | "node">): string {
  return node === null ? `${pipeline} fails outside of its nodes` : `${pipeline} fails at ${node}`;
}

/** "MergeError: right keys are not unique" on one line. */
export function failureError({ errorType, message }: Pick<Failure, "errorType" | "message">): string {
  const text = [errorType, message.replace(/\s+/g, " ").trim()].filter(Boolean).join(": ");
  return text || "It failed without saying why.";
}

export const runsWords = (runs: number) => `${formatCount(runs)} ${runs === 1 ? "run" : "runs"}`;

export const STATE_WORDS: Record<FailureState, string> = {
  open: "Open",
  acknowledged: "Acknowledged",
  muted: "Muted",
  recovered: "Recovered",
};
