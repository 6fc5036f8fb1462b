import type { NodeStatus } from "@heddle/contract";

/** Border and ground of a box. */
export const LOOK: Record<NodeStatus, string> = {
  succeeded: "border-line-strong bg-bg",
  running: "border-running bg-bg",
  failed: "border-failed bg-failed-soft",
  skipped: "border-dashed border-line-strong bg-sunken text-ink-3",
  pending: "border-dashed border-line-strong bg-sunken text-ink-3",
};
