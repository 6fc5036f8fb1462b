import type { RunSummary } from "@heddle/contract";
import { formatCount } from "../../format/number";

/** How long the run took, or has been seen to work: up to its last sign of life if it never ended. */
export function runDuration(run: RunSummary, now: number): number {
  if (run.durationMs !== null) return run.durationMs;
  const end = run.status === "running" ? now : Date.parse(run.lastSeenAt);
  return Math.max(0, end - Date.parse(run.startedAt));
}

/** `join_customers: MergeError: right keys are not unique` */
export function failureLine({ node, type, message }: NonNullable<RunSummary["failure"]>): string {
  const first = message.split("\n", 1)[0] ?? "";
  return [node, type, first].filter(Boolean).join(": ");
}

/** What became of the nodes, in the few words that fit on a phone. */
export function nodesInShort({ status, nodes }: RunSummary): string {
  const bad = [
    nodes.failed > 0 ? `${formatCount(nodes.failed)} failed` : "",
    nodes.skipped > 0 ? `${formatCount(nodes.skipped)} skipped` : "",
  ].filter(Boolean);
  const open = status !== "succeeded" && bad.length === 0 && nodes.succeeded < nodes.total;
  if (open) return `${formatCount(nodes.succeeded)} of ${formatCount(nodes.total)}`;
  return bad.join(", ") || `${formatCount(nodes.total)} ${nodes.total === 1 ? "node" : "nodes"}`;
}

/** Whether the run is the first one with its code, as far as that is known. */
export function isFirstOfVersion({ number, changed }: Pick<RunSummary, "number" | "changed">): boolean {
  return changed ? changed.code === true : number === 1;
}
