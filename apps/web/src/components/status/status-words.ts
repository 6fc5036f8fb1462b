import type { NodeStatus, RunStatus } from "@heddle/contract";

export type Status = RunStatus | NodeStatus;

interface StatusLook {
  label: string;
  text: string;
  /** The drawn shape; several words may share one. */
  shape: "check" | "octagon" | "arc" | "diamond" | "dash" | "dots";
}

/** Statuses that runs can be filtered by, those that need a look first. */
export const RUN_STATUSES = [
  "running",
  "failed",
  "lost",
  "succeeded",
  "cancelled",
] as const satisfies readonly RunStatus[];

/** The one place that says how a status is named and drawn. */
export const STATUS: Record<Status, StatusLook> = {
  succeeded: { label: "Succeeded", text: "text-success-text", shape: "check" },
  failed: { label: "Failed", text: "text-failed-text", shape: "octagon" },
  running: { label: "Running", text: "text-running-text", shape: "arc" },
  lost: { label: "Lost", text: "text-lost-text", shape: "diamond" },
  cancelled: { label: "Cancelled", text: "text-skipped-text", shape: "dash" },
  skipped: { label: "Skipped", text: "text-skipped-text", shape: "dash" },
  pending: { label: "Pending", text: "text-skipped-text", shape: "dots" },
};
