import type { NodeStatus, RunStatus } from "@heddle/contract";

export type Status = RunStatus | NodeStatus;

interface StatusLook {
  label: string;
  text: string;
  /** The drawn shape; several words may share one. */
  shape: "check" | "octagon" | "arc" | "diamond" | "dash" | "dots" | "quiet";
  /** What the word alone does not tell. */
  meaning?: string;
}

/** Statuses that runs can be filtered by, those that need a look first. */
export const RUN_STATUSES = [
  "running",
  "failed",
  "lost",
  "silent",
  "succeeded",
  "cancelled",
] as const satisfies readonly RunStatus[];

/** Whether more is to be expected of a run: of a silent one nothing says that it ended. */
export function mayStillRun(status: RunStatus): boolean {
  return status === "running" || status === "silent";
}

/** The one place that says how a status is named and drawn. */
export const STATUS: Record<Status, StatusLook> = {
  succeeded: { label: "Succeeded", text: "text-success-text", shape: "check" },
  failed: { label: "Failed", text: "text-failed-text", shape: "octagon" },
  running: { label: "Running", text: "text-running-text", shape: "arc" },
  lost: {
    ...{ label: "Lost", text: "text-lost-text", shape: "diamond" },
    meaning: "The client promised signs of life and gave none for a minute.",
  },
  silent: {
    ...{ label: "Silent", text: "text-skipped-text", shape: "quiet" },
    meaning:
      "No sign of life for far longer than such a run takes. The client sends none while it works, so it may still run.",
  },
  cancelled: { label: "Cancelled", text: "text-skipped-text", shape: "dash" },
  skipped: { label: "Skipped", text: "text-skipped-text", shape: "dash" },
  pending: { label: "Pending", text: "text-skipped-text", shape: "dots" },
};
