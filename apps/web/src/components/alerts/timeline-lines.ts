import type { FailureEvent, FailureRun } from "@heddle/core";

export type TimelineLine =
  | { kind: "failed"; at: string; runs: FailureRun[]; first: boolean }
  | Exclude<FailureEvent, { kind: "failed" }>;

/** Runs that failed one after the other, without anything between them, share a line. Newest first. */
export function timelineLines(events: readonly FailureEvent[], firstRunId: string): TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (const event of events) {
    if (event.kind !== "failed") {
      lines.push(event);
      continue;
    }
    const { run, at } = event;
    const first = run.id === firstRunId;
    const last = lines.at(-1);
    if (last?.kind === "failed" && !first) last.runs.push(run);
    else lines.push({ kind: "failed", at, runs: [run], first });
  }
  return lines;
}
