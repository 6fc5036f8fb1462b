import type { RunSummary } from "@heddle/contract";
import { formatCount } from "@/format/number";
import { describeNodes } from "../chart/node-counts-bar";

/** `23 1 22`: done, failed, skipped; a single figure when all is well. */
export function RunNodeCounts({ nodes }: { nodes: RunSummary["nodes"] }) {
  const quiet = nodes.failed === 0 && nodes.skipped === 0;
  return (
    <span title={describeNodes(nodes)} aria-hidden className="truncate">
      {formatCount(quiet && nodes.running === 0 ? nodes.total : nodes.succeeded)}
      {nodes.failed > 0 ? (
        <span className="font-medium text-failed-text"> {formatCount(nodes.failed)}</span>
      ) : null}
      {nodes.running > 0 ? <span className="text-ink-3"> of {formatCount(nodes.total)}</span> : null}
      {nodes.skipped > 0 ? <span className="text-ink-3"> {formatCount(nodes.skipped)}</span> : null}
    </span>
  );
}
