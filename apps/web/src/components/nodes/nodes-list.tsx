"use client";
import type { GraphNode } from "@heddle/contract";
import { formatDuration } from "@/format/duration";
import { useRun } from "../run/run-context";
import { StatusMark } from "../status/status-mark";
import { cn } from "../ui/cn";
import { ModuleName } from "./module-name";
import { useRows } from "./use-rows";

const ROW = 40;

/** The nodes on a phone: a row each, of a height that a thumb hits. */
export function NodesList({ nodes }: { nodes: readonly GraphNode[] }) {
  const { state } = useRun();
  const { scroller, virtual } = useRows(nodes, ROW, 0);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label="Nodes" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const node = nodes[index];
          if (!node) return null;
          const quiet = node.status === "skipped" || node.status === "pending";
          return (
            <li key={node.name} className="absolute inset-x-0" style={{ top: start, height: ROW }}>
              <button
                type="button"
                onClick={() => state.select(node.name)}
                className="flex h-full w-full items-center gap-2 border-b border-line px-4 text-left -outline-offset-2"
              >
                <StatusMark status={node.status} />
                <span className={cn("truncate", quiet ? "text-ink-2" : "font-medium")}>{node.name}</span>
                <ModuleName
                  module={node.module}
                  className="max-w-24 shrink-[4] truncate text-12 text-ink-3"
                />
                <span className="ml-auto max-w-28 shrink-0 truncate pl-1 text-12 text-failed-text">
                  {node.error?.type}
                </span>
                <span className="w-14 shrink-0 text-right text-12 text-ink-3">
                  {node.durationMs === null ? null : formatDuration(node.durationMs)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
