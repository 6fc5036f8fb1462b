import type { RunSummary } from "@heddle/contract";
import { formatCount } from "@/format/number";

type Counts = RunSummary["nodes"];

/** "23 succeeded, 1 failed, 22 skipped of 46 nodes" */
export function describeNodes(nodes: Counts): string {
  const parts = (["succeeded", "failed", "running", "skipped"] as const)
    .filter((key) => nodes[key] > 0)
    .map((key) => `${formatCount(nodes[key])} ${key}`);
  const total = `${formatCount(nodes.total)} ${nodes.total === 1 ? "node" : "nodes"}`;
  return parts.length > 0 ? `${parts.join(", ")} of ${total}` : total;
}

/** How far a run came: done, failed and running parts over a line of what was planned. */
export function NodeCountsBar({ nodes, width = 40 }: { nodes: Counts; width?: number }) {
  const unit = width / Math.max(1, nodes.total);
  const label = describeNodes(nodes);
  const done = nodes.succeeded * unit;
  const failed = nodes.failed > 0 ? Math.max(2, nodes.failed * unit) : 0;
  const running = nodes.running > 0 ? Math.max(2, nodes.running * unit) : 0;
  return (
    <svg width={width} height={6} role="img" aria-label={label} className="block">
      <title>{label}</title>
      <path d={`M${Math.min(width, done + failed + running)} 3H${width}`} stroke="var(--skipped)" />
      <rect width={done} height={6} fill="var(--success)" opacity={0.7} />
      <rect x={Math.min(done, width - failed - running)} width={failed} height={6} fill="var(--failed)" />
      <rect x={Math.min(done + failed, width - running)} width={running} height={6} fill="var(--running)" />
    </svg>
  );
}
