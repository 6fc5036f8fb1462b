import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { shortModule } from "../nodes/module-name";
import { initialsOf } from "../shell/initials";
import { STATUS } from "../status/status-words";
import { Elapsed } from "../time/elapsed";
import { Instant } from "../time/instant";
import { TagChip } from "../ui/tag-chip";
import type { NodeData } from "./node-data";

interface NodeFactsProps {
  node: NodeData;
  run: NodeData["runs"][number] | undefined;
}

function Duration({ run }: { run: NodeData["runs"][number] }) {
  if (run.status === "running" && run.startedAt) {
    return (
      <span>
        <Elapsed since={run.startedAt} className="font-medium" />{" "}
        <span className="text-ink-2">and running</span>
      </span>
    );
  }
  if (run.durationMs === null) return <span className="text-ink-2">{STATUS[run.status].label}</span>;
  return <span className="font-medium">{formatDuration(run.durationMs)}</span>;
}

/** What the node is, who owns it, how long it took. */
export function NodeFacts({ node, run }: NodeFactsProps) {
  const tags = Object.entries(node.tags);
  const rows = node.profile?.rows ?? null;
  return (
    <div className="border-b border-line px-4 py-2.5 text-12">
      {node.doc ? <p className="mb-2 break-words whitespace-pre-line text-ink-2">{node.doc}</p> : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {run ? <Duration run={run} /> : <span className="text-ink-2">{STATUS.pending.label}</span>}
        {rows === null ? null : (
          <span className="text-ink-2">
            {formatCount(rows)} {rows === 1 ? "row" : "rows"}
          </span>
        )}
        {run?.startedAt ? (
          <span className="text-ink-3">
            started <Instant at={run.startedAt} />
          </span>
        ) : null}
        {node.owner ? (
          <span className="inline-flex items-center gap-1 text-ink-2">
            <span
              aria-hidden
              className="grid size-4 place-items-center rounded-full bg-active text-[8px] font-semibold text-ink-2"
            >
              {initialsOf(node.owner)}
            </span>
            {node.owner}
          </span>
        ) : null}
      </div>
      {tags.length > 0 || node.module ? (
        <div className="mt-2 flex flex-wrap gap-1">
          {node.module ? (
            <TagChip name="module" value={shortModule(node.module)} whole={node.module} />
          ) : null}
          {tags.map(([name, value]) => (
            <TagChip key={name} name={name} value={value} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
