"use client";
import type { GraphNode } from "@heddle/contract";
import { useRun } from "../run/run-context";
import { cn } from "../ui/cn";
import { NODE_COLUMNS } from "./node-columns";
import { NodesHead } from "./nodes-head";
import type { SortKey, SortOrder } from "./sort-nodes";
import { useRows } from "./use-rows";

const ROW = 30;
const HEAD = 28;

interface NodesTableProps {
  nodes: readonly GraphNode[];
  sort: SortKey;
  order: SortOrder;
  onSort: (key: SortKey) => void;
}

/** All nodes of the run in rows of 30 px. Only those in view are in the page. */
export function NodesTable({ nodes, sort, order, onSort }: NodesTableProps) {
  const { state } = useRun();
  const { scroller, virtual, current } = useRows(nodes, ROW, HEAD);
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
    <div ref={scroller} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2">
      <table
        aria-label="Nodes"
        aria-rowcount={nodes.length + 1}
        className="w-full min-w-220 table-fixed border-separate border-spacing-0 text-12"
      >
        <NodesHead sort={sort} order={order} onSort={onSort} />
        <tbody>
          {before > 0 ? <tr aria-hidden style={{ height: before }} /> : null}
          {items.map(({ index }) => {
            const node = nodes[index];
            if (!node) return null;
            const on = node.name === state.node;
            return (
              <tr
                key={node.name}
                aria-rowindex={index + 2}
                aria-selected={on}
                onClick={() => state.select(node.name)}
                className={cn(
                  "h-7.5 cursor-pointer",
                  on ? "bg-select" : "hover:bg-hover",
                  node.name === current && !on && "bg-hover",
                )}
              >
                {NODE_COLUMNS.map(({ key, right, cell }, column) => (
                  <td
                    key={key}
                    className={cn(
                      "truncate border-b border-line px-2 first:pl-(--gutter) last:pr-(--gutter)",
                      right && "text-right",
                      column === 0 && node.name === current && "shadow-[inset_2px_0_0_var(--accent)]",
                    )}
                  >
                    {key === "name" ? (
                      <button
                        type="button"
                        title={node.name}
                        onClick={(event) => {
                          event.stopPropagation();
                          state.select(node.name);
                        }}
                        className="max-w-full truncate text-left -outline-offset-1"
                      >
                        {cell(node)}
                      </button>
                    ) : (
                      cell(node)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 ? <tr aria-hidden style={{ height: after }} /> : null}
        </tbody>
      </table>
    </div>
  );
}
