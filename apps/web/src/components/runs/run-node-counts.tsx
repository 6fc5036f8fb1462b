import type { RunSummary } from "@heddle/contract";
import { formatCount } from "@/format/number";
import { describeNodes } from "../chart/node-counts-bar";

/** `23 1 22`: done, failed, skipped; `10 of 20` when more was planned; a single figure when all is well. */
export function RunNodeCounts({ nodes }: { nodes: RunSummary["nodes"] }) {
  const { total, succeeded, failed, skipped } = nodes;
  const open = failed === 0 && skipped === 0 && succeeded < total;
  return (
    <span title={describeNodes(nodes)} aria-hidden className="truncate">
      {formatCount(succeeded)}
      {failed > 0 ? <span className="font-medium text-failed-text"> {formatCount(failed)}</span> : null}
      {skipped > 0 ? <span className="text-ink-3"> {formatCount(skipped)}</span> : null}
      {open ? <span className="text-ink-3"> of {formatCount(total)}</span> : null}
    </span>
  );
}
