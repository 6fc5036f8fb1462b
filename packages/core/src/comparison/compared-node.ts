import type { NodeKind, NodeStatus } from "@heddle/contract";
import type { Difference } from "../version/difference";

/** What became of a node in one of the runs. */
export interface NodeSide {
  status: NodeStatus;
  durationMs: number | null;
  /** From 0. */
  attempt: number;
  rows: number | null;
  columnCount: number | null;
  error: { type: string; message: string } | null;
}

/** A node of either run, with what became of it on each side; null where it was not there. */
export interface ComparedNode {
  name: string;
  kind: NodeKind;
  module: string | null;
  dependencies: string[];
  /** What it read before and no longer does. */
  dropped: string[];
  /** Of its code. */
  difference: Difference;
  before: NodeSide | null;
  after: NodeSide | null;
}

const SLOWER = 1.5;
const SLOWER_MS = 1000;

/** Took half as long again and at least a second more, or the other way round. */
export function paceDiffers({ before, after }: Pick<ComparedNode, "before" | "after">): boolean {
  if (before?.durationMs == null || after?.durationMs == null) return false;
  const [short, long] = [before.durationMs, after.durationMs].sort((x, y) => x - y);
  return short !== undefined && long !== undefined && long - short >= SLOWER_MS && long >= short * SLOWER;
}

/** Failed on one side only, or with another error. */
export function failureDiffers({ before, after }: Pick<ComparedNode, "before" | "after">): boolean {
  const failed = (side: NodeSide | null) => side?.status === "failed";
  if (failed(before) !== failed(after)) return failed(before) || failed(after);
  return (
    failed(after) &&
    (before?.error?.type !== after?.error?.type || before?.error?.message !== after?.error?.message)
  );
}

/** Whether anything but the time of a node differs, or its time by much. */
export function nodeDiffers(node: ComparedNode): boolean {
  const { before, after, difference } = node;
  if (difference !== "same" && difference !== "upstream" && difference !== "unknown") return true;
  if (!before || !after) return before !== after;
  return (
    before.status !== after.status ||
    before.rows !== after.rows ||
    before.columnCount !== after.columnCount ||
    before.attempt !== after.attempt ||
    failureDiffers(node) ||
    paceDiffers(node)
  );
}

function rankOf(node: ComparedNode): number {
  const { before, after, difference } = node;
  if (failureDiffers(node)) return after?.status === "failed" ? 0 : 1;
  if (after?.status === "failed") return 2;
  if (difference === "changed" || difference === "added" || difference === "removed") return 3;
  if (before?.status !== after?.status) return 4;
  if (nodeDiffers(node)) return 5;
  return difference === "upstream" ? 6 : 7;
}

/** Worst first: failures, code, other statuses, other figures; among equals the greatest difference in time. */
export function worstFirst(nodes: readonly ComparedNode[]): ComparedNode[] {
  const pace = ({ before, after }: ComparedNode) =>
    Math.abs((after?.durationMs ?? 0) - (before?.durationMs ?? 0));
  return nodes
    .map((node) => ({ node, rank: rankOf(node), pace: pace(node) }))
    .sort((a, b) => a.rank - b.rank || b.pace - a.pace || (a.node.name < b.node.name ? -1 : 1))
    .map(({ node }) => node);
}
