import type { RunDetail } from "@heddle/contract";
import { formatCount } from "@/format/number";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { cn } from "../ui/cn";

const SHOWN = ["succeeded", "failed", "running", "skipped"] as const;

/** How many nodes ended how; what did not occur is left out. */
export function NodeCounts({ nodes }: { nodes: RunDetail["nodes"] }) {
  const occurring = SHOWN.filter((status) => nodes[status] > 0);
  return (
    <ul aria-label="Nodes by status" className="flex items-center gap-2">
      {occurring.length === 0 ? <li className="text-ink-3">no node has begun</li> : null}
      {occurring.map((status) => (
        <li
          key={status}
          title={`${formatCount(nodes[status])} ${STATUS[status].label.toLowerCase()}`}
          className={cn(
            "inline-flex items-center gap-1",
            status === "failed" ? "font-medium text-failed-text" : status === "skipped" && "text-ink-2",
          )}
        >
          <StatusMark status={status} size={12} />
          {formatCount(nodes[status])}
        </li>
      ))}
    </ul>
  );
}
