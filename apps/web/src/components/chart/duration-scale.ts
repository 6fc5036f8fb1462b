import type { RunStatus } from "@heddle/contract";

export interface Usual {
  p10: number;
  p50: number;
  p90: number;
}

export type DurationTone = "usual" | "fast" | "slow" | "live" | "bad";

/** Positions from 0 to 1 on a scale that ends at 1.25 times p90; longer durations stop at the end. */
export function durationScale(milliseconds: number, usual: Usual | null) {
  if (!usual) return null;
  const end = Math.max(1, usual.p90 * 1.25);
  const low = Math.min(usual.p10, usual.p90) / end;
  return { value: Math.min(1, Math.max(0, milliseconds / end)), low, high: usual.p90 / end };
}

/** What the bar's colour says; a failure and a running bar say so whatever their length. */
export function durationTone(status: RunStatus, milliseconds: number, usual: Usual | null): DurationTone {
  if (status === "running") return "live";
  if (status === "failed" || status === "lost") return "bad";
  if (!usual) return "usual";
  if (milliseconds > usual.p90) return "slow";
  return milliseconds < usual.p10 ? "fast" : "usual";
}
